package io.callbox.internal.concurrent;

import io.callbox.transport.PushResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Batches pushes without waiting: the first message leaves at once, and messages that gather while
 * it is under way leave together with the next push to the same destination. One push to a
 * destination is under way at a time, so messages keep their order.
 *
 * <p>There is one exception: if many messages have left together lately, few messages wait for
 * others, for a moment at most. Otherwise, messages that are once separated from the others would
 * always travel by themselves, and cost as much as a large batch.
 *
 * <p>It needs no thread: the thread that finds a destination idle pushes, the thread that completes
 * a push starts the next, and a thread of the scheduler ends a wait for others. Safe for use by
 * many threads. Call {@link #release} when the scheduler is closed.
 *
 * @param <P> the destination; equal destinations share their pushes
 * @param <M> the message, which receives the result of its push
 */
public final class PushBatcher<P, M extends PushBatcher.Message> {

  private final Target<P, M> target;
  private final @Nullable TaskScheduler later;
  private final Map<P, PushLane<P, M>> lanes = new ConcurrentHashMap<>();

  /** Creates a batcher that pushes to {@code target}; few messages never wait for others. */
  public PushBatcher(Target<P, M> target) {
    this(target, null);
  }

  /**
   * Creates a batcher that pushes to {@code target}.
   *
   * @param later ends the waits of few messages; null for no waits, for example if its time stands
   *     still
   */
  public PushBatcher(Target<P, M> target, @Nullable TaskScheduler later) {
    this.target = target;
    this.later = later == null || later.standsStill() ? null : later;
  }

  /** A message to push. */
  public interface Message {

    /** Returns its size in a batch. */
    int bytes();

    /**
     * Notes that the destination has accepted the message. Called by the thread that receives the
     * answer: must be short.
     */
    void pushed();

    /**
     * Notes that the destination has not accepted the message, or that this is unknown, for this
     * reason.
     */
    void notPushed(Throwable reason);
  }

  /** A message whose sender waits for the result of this push. */
  public abstract static class Awaited implements Message {

    /** Completes when the destination has accepted the message, or fails. */
    public final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    @Override
    public final void pushed() {
      end.complete(null);
    }

    @Override
    public final void notPushed(Throwable reason) {
      end.completeExceptionally(reason);
    }
  }

  /**
   * The target of batches.
   *
   * @param <P> the destination
   * @param <M> the message
   */
  @FunctionalInterface
  public interface Target<P, M> {

    /** Pushes a batch. */
    CompletionStage<PushResult> push(P destination, List<M> messages);

    /**
     * Handles that all messages of a batch have received their results, on the calling thread, to
     * act for many of them at once. Must be short.
     */
    default void received(List<M> messages) {}
  }

  /** Adds a message, which receives the result. */
  public void push(P destination, M message) {
    while (!lane(destination).add(message)) {
      Thread.onSpinWait(); // repeats until the lane that has just been forgotten is removed
    }
  }

  /** Adds messages, which leave together as far as a batch has room. */
  public void pushAll(P destination, List<M> messages) {
    while (!messages.isEmpty() && !lane(destination).addAll(messages)) {
      Thread.onSpinWait(); // repeats until the lane that has just been forgotten is removed
    }
  }

  private PushLane<P, M> lane(P destination) {
    PushLane<P, M> lane = lanes.get(destination);
    return lane == null
        ? lanes.computeIfAbsent(destination, absent -> new PushLane<>(absent, target, later))
        : lane;
  }

  /**
   * Moves the messages that wait behind a push that hangs to another destination. The push itself
   * goes on.
   */
  public void move(P from, P to) {
    PushLane<P, M> lane = lanes.get(from);
    if (lane != null) {
      pushAll(to, lane.takeWaiting());
    }
  }

  /** Forgets destinations without pushes under way, such as those of callers that are gone. */
  public void forgetIdle() {
    lanes.values().removeIf(PushLane::forget);
  }

  /**
   * Pushes messages that wait for others, because the scheduler that ends these waits is about to
   * close.
   */
  public void release() {
    lanes.values().forEach(PushLane::letGo);
  }
}
