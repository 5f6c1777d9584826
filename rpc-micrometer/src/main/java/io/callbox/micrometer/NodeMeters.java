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
 *   <li>{@code callbox.node.waiting}: the number of its own calls that wait for their outcome
 *   <li>{@code callbox.node.inhand}: the number of requests that it has taken and not yet answered
 *   <li>{@code callbox.node.late}: the number of replies that came late, twice or unreadable
 *   <li>{@code callbox.node.expired}: the number of requests that did not run because their
 *       deadline had passed
 *   <li>{@code callbox.node.commands}: the number of commands that its transport has sent to Redis,
 *       for all nodes that share it
 *   <li>{@code callbox.node.redelivered}: the number of requests of dead workers that it has put
 *       back
 *   <li>{@code callbox.node.givenup}: the number of these that it has made dead letters
 *   <li>{@code callbox.node.streams}: the number of streams that it produces now
 *   <li>{@code callbox.node.ready}: 1 if it is ready, else 0
 *   <li>{@code callbox.queue.length}: the number of elements that wait in a queue from which it
 *       takes, by its key; small requests that left together are one element
 *   <li>{@code callbox.queue.oldest}: the time since the oldest of them was sent, in seconds
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
