package io.callbox.node;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.SentAt;
import io.callbox.transport.Backlog;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The length and age of a queue that a node takes from; of all its shards together, if its service
 * is spread. Immutable.
 *
 * @param queue its key
 * @param length the number of elements that wait; an element is a request, or a chunk of requests
 * @param oldest the time since the next request to be taken was sent; zero if none waits, or if the
 *     request does not say
 */
public record QueueStats(String queue, int length, Duration oldest) {

  private static final Duration BOUND = Duration.ofSeconds(2);

  /**
   * Returns the statistics of some queues.
   *
   * @param queues groups of queues; the queues of a group count as one, under the name of the first
   */
  static List<QueueStats> of(Transport transport, List<List<QueueName>> queues) {
    List<CompletableFuture<QueueStats>> asked =
        queues.stream().map(shards -> sum(transport, shards)).toList();
    return BrokerRequests.awaitAll(asked, BOUND, "the lengths of the queues are not known");
  }

  private static CompletableFuture<QueueStats> sum(Transport transport, List<QueueName> shards) {
    return shards.stream()
        .map(shard -> ask(transport, shard))
        .reduce((one, other) -> one.thenCombine(other, QueueStats::with))
        .orElseThrow();
  }

  private static CompletableFuture<QueueStats> ask(Transport transport, QueueName queue) {
    return transport
        .backlog(queue)
        .thenApply(backlog -> of(queue, backlog, transport.clock().millis()))
        .toCompletableFuture();
  }

  private QueueStats with(QueueStats other) {
    Duration older = oldest.compareTo(other.oldest) > 0 ? oldest : other.oldest;
    return new QueueStats(queue, length + other.length, older);
  }

  private static QueueStats of(QueueName queue, Backlog backlog, long nowMillis) {
    byte[] oldest = backlog.oldest();
    long sentAt = oldest == null ? nowMillis : SentAt.of(oldest).orElse(nowMillis);
    Duration age = Duration.ofMillis(Math.max(0, nowMillis - sentAt));
    return new QueueStats(queue.key(), backlog.length(), age);
  }
}
