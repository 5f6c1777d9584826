package io.callbox.internal.client;

import io.callbox.transport.QueueName;
import org.jspecify.annotations.Nullable;

/**
 * Where calls go.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, whom nobody else can stand in for
 * @param waitForProvider whether they wait in it while nobody consumes it
 * @param oneOfAll whether others are called together with that node, which was there just now: if
 *     it is not any more, it has died under the call
 * @param home the queue that {@code queue} is a shard of, and where calls go if nobody takes from
 *     it; null if that is the queue itself
 */
record Route(
    QueueName queue,
    boolean toNode,
    boolean waitForProvider,
    boolean oneOfAll,
    @Nullable QueueName home) {

  /** A way for calls of one answer. */
  Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false, null);
  }

  /** The same way for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true, oneOfAll, home);
  }

  /** The way to a shard of this queue. */
  Route toShard(QueueName shard) {
    return shard.equals(queue) ? this : new Route(shard, toNode, waitForProvider, oneOfAll, queue);
  }

  /** What tells pushes that take this way from others that may be under way to the same queue. */
  String lane() {
    String kind = waitForProvider ? ":w" : ":n";
    return home == null ? kind : kind + queue.key().substring(home.key().length() + 1);
  }
}
