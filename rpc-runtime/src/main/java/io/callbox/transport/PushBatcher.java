package io.callbox.transport;

import io.callbox.rpc.RpcException;
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
 * is under way leave together with the next push to the same place. One push per place is under way
 * at a time, so messages keep the order they were handed over in.
 *
 * <p>Needs no thread of its own: the thread that finds a place idle pushes, and the thread that
 * completes a push starts the next. Safe for use by many threads; nothing to close.
 *
 * @param <P> the place; equal places share their pushes
 * @param <M> the message
 */
public final class PushBatcher<P, M> {

  private static final int MAX_MESSAGES = 256;
  private static final int MAX_BYTES = 4 << 20;

  private final Target<P, M> target;
  private final Map<P, Lane> lanes = new ConcurrentHashMap<>();

  /** A batcher that pushes to {@code target}. */
  public PushBatcher(Target<P, M> target) {
    this.target = target;
  }

  /**
   * Where batches go.
   *
   * @param <P> the place
   * @param <M> the message
   */
  public interface Target<P, M> {

    /** Pushes a batch. */
    CompletionStage<Admitted> push(P place, List<M> messages);

    /** How much of a batch a message takes up. */
    int bytes(M message);
  }

  /**
   * Hands a message over.
   *
   * @return completes when the place holds the message, or with the reason why it does not
   */
  public CompletableFuture<@Nullable Void> push(P place, M message) {
    Entry<M> entry = new Entry<>(message, new CompletableFuture<>());
    lanes.computeIfAbsent(place, Lane::new).add(entry);
    return entry.pushed;
  }

  /** Forgets places with nothing under way, such as those of callers that are gone. */
  public void forgetIdle() {
    lanes.values().removeIf(lane -> lane.unfinished.get() == 0);
  }

  private record Entry<M>(M message, CompletableFuture<@Nullable Void> pushed) {}

  private final class Lane {

    private final P place;
    private final Queue<Entry<M>> entries = new ConcurrentLinkedQueue<>();

    /** How many entries are waiting or under way. Whoever raises it from 0 owns the next push. */
    private final AtomicInteger unfinished = new AtomicInteger();

    Lane(P place) {
      this.place = place;
    }

    void add(Entry<M> entry) {
      entries.add(entry);
      if (unfinished.getAndIncrement() == 0) {
        ElasticThreads.gather(this::pushNext);
      }
    }

    private void pushNext() {
      List<Entry<M>> batch = new ArrayList<>();
      List<M> messages = new ArrayList<>();
      int bytes = 0;
      for (Entry<M> next = entries.peek();
          next != null && batch.size() < MAX_MESSAGES && (batch.isEmpty() || bytes < MAX_BYTES);
          next = entries.peek()) {
        entries.remove();
        batch.add(next);
        messages.add(next.message);
        bytes += target.bytes(next.message);
      }
      start(messages).whenComplete((admitted, failure) -> completed(batch, admitted, failure));
    }

    private CompletionStage<Admitted> start(List<M> messages) {
      try {
        return target.push(place, messages);
      } catch (RuntimeException failure) {
        return CompletableFuture.failedFuture(failure);
      }
    }

    /** The next push starts before anybody hears of this one: their reactions may take long. */
    private void completed(
        List<Entry<M>> batch, @Nullable Admitted admitted, @Nullable Throwable failure) {
      if (unfinished.addAndGet(-batch.size()) > 0) {
        pushNext();
      }
      for (int index = 0; index < batch.size(); index++) {
        complete(batch.get(index).pushed, index, admitted, failure);
      }
    }

    private void complete(
        CompletableFuture<@Nullable Void> pushed,
        int index,
        @Nullable Admitted admitted,
        @Nullable Throwable failure) {
      if (admitted == null) {
        pushed.completeExceptionally(failure == null ? new IllegalStateException() : failure);
        return;
      }
      RpcException refusal = admitted.refusal();
      if (refusal == null || index < admitted.accepted()) {
        pushed.complete(null);
      } else {
        pushed.completeExceptionally(refusal);
      }
    }
  }
}
