package io.callbox.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Batches pushes without waiting: the first message leaves at once, and those that gather while it
 * is under way leave together with the next push to the same queue. One push per queue is under way
 * at a time, so messages keep the order they were handed over in.
 *
 * <p>Needs no thread of its own: the thread that finds a queue idle pushes, and the thread that
 * completes a push starts the next. Safe for use by many threads; nothing to close.
 */
public final class PushBatcher {

  private static final int MAX_MESSAGES = 256;
  private static final int MAX_BYTES = 4 << 20;

  private final Target target;
  private final Map<QueueName, Lane> lanes = new ConcurrentHashMap<>();

  /** A batcher that pushes to {@code target}. */
  public PushBatcher(Target target) {
    this.target = target;
  }

  /** Where batches go: one of the pushes of {@link Transport}. */
  @FunctionalInterface
  public interface Target {

    /**
     * Pushes a batch, which is to be kept as long as that of its messages which needs it longest.
     */
    CompletionStage<@Nullable Void> push(QueueName queue, List<byte[]> messages, Duration keep);
  }

  /**
   * Hands a message over.
   *
   * @param keepMillis how long the queue has to live from now, where it expires
   * @return completes when the queue holds the message, or with the failure of its push
   */
  public CompletableFuture<@Nullable Void> push(QueueName queue, byte[] message, long keepMillis) {
    Entry entry = new Entry(message, keepMillis, new CompletableFuture<>());
    lanes.computeIfAbsent(queue, Lane::new).add(entry);
    return entry.pushed;
  }

  /** Forgets queues with nothing under way, such as those of callers that are gone. */
  public void forgetIdle() {
    lanes.values().removeIf(lane -> lane.waiting.get() == 0);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(byte[] message, long keepMillis, CompletableFuture<@Nullable Void> pushed) {}

  private final class Lane {

    private final QueueName queue;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    /** How many entries are waiting or under way. Whoever raises it from 0 owns the next push. */
    private final AtomicInteger waiting = new AtomicInteger();

    Lane(QueueName queue) {
      this.queue = queue;
    }

    void add(Entry entry) {
      entries.add(entry);
      if (waiting.getAndIncrement() == 0) {
        pushNext();
      }
    }

    private void pushNext() {
      List<Entry> batch = new ArrayList<>();
      List<byte[]> messages = new ArrayList<>();
      int bytes = 0;
      long keepMillis = 0;
      for (Entry next = entries.peek();
          next != null && batch.size() < MAX_MESSAGES && (batch.isEmpty() || bytes < MAX_BYTES);
          next = entries.peek()) {
        entries.remove();
        batch.add(next);
        messages.add(next.message);
        bytes += next.message.length;
        keepMillis = Math.max(keepMillis, next.keepMillis);
      }
      start(messages, Duration.ofMillis(keepMillis))
          .whenComplete((done, failure) -> completed(batch, failure));
    }

    private CompletionStage<@Nullable Void> start(List<byte[]> messages, Duration keep) {
      try {
        return target.push(queue, messages, keep);
      } catch (RuntimeException failure) {
        return CompletableFuture.failedFuture(failure);
      }
    }

    /** The next push starts before anybody hears of this one: their reactions may take long. */
    private void completed(List<Entry> batch, @Nullable Throwable failure) {
      if (waiting.addAndGet(-batch.size()) > 0) {
        pushNext();
      }
      for (Entry entry : batch) {
        if (failure == null) {
          entry.pushed.complete(null);
        } else {
          entry.pushed.completeExceptionally(failure);
        }
      }
    }
  }
}
