package io.callbox.internal.concurrent;

import io.callbox.transport.PushResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Batches pushes without waiting: the first message leaves at once, and those that gather while it
 * is under way leave together with the next push to the same place. One push per place is under way
 * at a time, so messages keep the order they were handed over in.
 *
 * <p>There is one exception: where many have left together lately, few wait for others, a moment at
 * most. Else those that have once fallen behind the others would go round by themselves for ever,
 * and cost as much as the others do.
 *
 * <p>Needs no thread of its own: the thread that finds a place idle pushes, the thread that
 * completes a push starts the next, and the scheduler's ends a wait for others. Safe for use by
 * many threads; to be released once that scheduler is closed.
 *
 * @param <P> the place; equal places share their pushes
 * @param <M> the message, which hears of its push itself
 */
public final class PushBatcher<P, M extends PushBatcher.Message> {

  private final Target<P, M> target;
  private final @Nullable TaskScheduler later;
  private final Map<P, PushLane<P, M>> lanes = new ConcurrentHashMap<>();

  /** A batcher that pushes to {@code target}, and never lets few wait for others. */
  public PushBatcher(Target<P, M> target) {
    this(target, null);
  }

  /**
   * A batcher that pushes to {@code target}.
   *
   * @param later ends the waits of few; null for none, as where its time stands still
   */
  public PushBatcher(Target<P, M> target, @Nullable TaskScheduler later) {
    this.target = target;
    this.later = later == null || later.standsStill() ? null : later;
  }

  /** What is pushed. */
  public interface Message {

    /** How much of a batch it takes up. */
    int bytes();

    /** The place holds the message. Called by the thread that heard so: must not take long. */
    void pushed();

    /** The place does not hold the message, or it is not known, for this reason. */
    void notPushed(Throwable reason);
  }

  /**
   * Where batches go.
   *
   * @param <P> the place
   * @param <M> the message
   */
  @FunctionalInterface
  public interface Target<P, M> {

    /** Pushes a batch. */
    CompletionStage<PushResult> push(P place, List<M> messages);
  }

  /** Hands a message over, which hears what became of it. */
  public void push(P place, M message) {
    while (!lane(place).add(message)) {
      Thread.onSpinWait(); // until the lane that has just been forgotten is out of the way
    }
  }

  /** Hands messages over, which leave together as far as a batch has room. */
  public void pushAll(P place, List<M> messages) {
    while (!messages.isEmpty() && !lane(place).addAll(messages)) {
      Thread.onSpinWait(); // until the lane that has just been forgotten is out of the way
    }
  }

  private PushLane<P, M> lane(P place) {
    PushLane<P, M> lane = lanes.get(place);
    return lane == null
        ? lanes.computeIfAbsent(place, absent -> new PushLane<>(absent, target, later))
        : lane;
  }

  /** Forgets places with nothing under way, such as those of callers that are gone. */
  public void forgetIdle() {
    lanes.values().removeIf(PushLane::forget);
  }

  /** Pushes what waits for others: who ends those waits is about to end itself. */
  public void release() {
    lanes.values().forEach(PushLane::letGo);
  }
}
