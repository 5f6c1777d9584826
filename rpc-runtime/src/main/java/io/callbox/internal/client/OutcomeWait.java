package io.callbox.internal.client;

import io.callbox.transport.CallRecord;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One wait for the end of a durable call. Each is equal to itself only.
 *
 * @param queue the queue of the call
 * @param id its id
 * @param end its record once it has ended; null if it is not known
 * @param ended reached when {@code end} is there
 */
record OutcomeWait(
    QueueName queue, String id, CompletableFuture<@Nullable CallRecord> end, CountDownLatch ended) {

  OutcomeWait(QueueName queue, String id) {
    this(queue, id, new CompletableFuture<>(), new CountDownLatch(1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
