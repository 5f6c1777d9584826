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
 *   <li>{@code callbox.node.expired}: how many requests did not run because their deadline had
 *       passed
 *   <li>{@code callbox.node.commands}: how many commands its transport has sent to Redis, for all
 *       nodes that share it
 *   <li>{@code callbox.node.redelivered}: how many requests of dead workers it has put back
 *   <li>{@code callbox.node.givenup}: how many of them it has made dead letters
 *   <li>{@code callbox.node.streams}: how many streams it produces now
 *   <li>{@code callbox.node.ready}: 1 if it is ready, else 0
 *   <li>{@code callbox.queue.length}: how many elements wait in a queue it takes from, by its key;
 *       small requests that left together are one
 *   <li>{@code callbox.queue.oldest}: how many seconds ago the oldest of them was sent
 * </ul>
 *
 * <p>The meters of a node that serves nothing hold the node weakly, as Micrometer does. To bind the
 * meters of a node that serves, this asks Redis for its queues.
 *
 * <pre>{@code new NodeMeters(node).bindTo(registry); }</pre>
 *
 * @param node the node to measure
 */
public record NodeMeters(RpcNode node) implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    Tags tags = Tags.of("node", node.id());
    Gauge.builder("callbox.node.waiting", node, each -> each.stats().waitingCalls())
        .tags(tags)
        .register(registry);
    Gauge.builder("callbox.node.inhand", node, each -> each.stats().requestsInHand())
        .tags(tags)
        .register(registry);
    Gauge.builder("callbox.node.streams", node, each -> each.stats().openStreams())
        .tags(tags)
        .register(registry);
    Gauge.builder("callbox.node.ready", node, each -> each.health().ready() ? 1 : 0)
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.late", node, each -> each.stats().lateReplies())
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.redelivered", node, each -> each.stats().redelivered())
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.givenup", node, each -> each.stats().givenUp())
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.expired", node, each -> each.stats().expired())
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("callbox.node.commands", node, each -> each.stats().commandsSent())
        .tags(tags)
        .register(registry);
    QueueMeters.register(node, registry);
  }
}
