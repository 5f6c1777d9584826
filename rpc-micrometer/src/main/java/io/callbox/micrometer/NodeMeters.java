package io.callbox.micrometer;

import io.callbox.node.RpcNode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures a node, each meter tagged with its id:
 *
 * <ul>
 *   <li>{@code callbox.node.waiting}: how many of its own calls wait for their outcome
 *   <li>{@code callbox.node.inhand}: how many requests it has taken and not yet answered
 *   <li>{@code callbox.node.late}: how many replies came late, twice or unreadable
 *   <li>{@code callbox.node.ready}: 1 if it is ready, else 0
 * </ul>
 *
 * <p>The meters hold the node weakly, as Micrometer's do: they end with it.
 *
 * <pre>{@code new NodeMeters(node).bindTo(registry); }</pre>
 *
 * @param node the node to measure
 */
public record NodeMeters(RpcNode node) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("node", node.id());
    Gauge.builder("callbox.node.waiting", node, each -> each.figures().waitingCalls())
        .tags(tags)
        .register(registry);
    Gauge.builder("callbox.node.inhand", node, each -> each.figures().requestsInHand())
        .tags(tags)
        .register(registry);
    Gauge.builder("callbox.node.ready", node, each -> each.health().ready() ? 1 : 0)
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.late", node, each -> each.figures().lateReplies())
        .tags(tags)
        .register(registry);
  }
}
