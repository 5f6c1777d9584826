package io.callbox.internal.concurrent;

import io.callbox.rpc.RpcException;
import io.callbox.transport.PushResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** Instead of the number of messages of a lane that takes no more. */
  private static final int FORGOTTEN = Integer.MIN_VALUE;

  private static final int MAX_MESSAGES = 256;
  private static final int MAX_BYTES = 4 << 20;

  /** Fewer than the one wait for others where as many as the other have left together lately. */
  private static final int FEW = 16;

  private static final int MANY = 128;
  private static final long LATELY_NANOS = Duration.ofMillis(5).toNanos();
  private static final Duration MOMENT = Duration.ofNanos(300_000);

  private final Target<P, M> target;
  private final @Nullable TaskScheduler later;
  private final Map<P, Lane> lanes = new ConcurrentHashMap<>();

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

  private Lane lane(P place) {
    Lane lane = lanes.get(place);
    return lane == null ? lanes.computeIfAbsent(place, Lane::new) : lane;
  }

  /** Forgets places with nothing under way, such as those of callers that are gone. */
  public void forgetIdle() {
    lanes.values().removeIf(Lane::forget);
  }

  /** Pushes what waits for others: who ends those waits is about to end itself. */
  public void release() {
    lanes.values().forEach(Lane::letGo);
  }

  private final class Lane {

    private final P place;
    private final Queue<M> messages = new ConcurrentLinkedQueue<>();

    /**
     * How many messages are waiting, under way, or about to be put into the lane. Whoever raises it
     * from 0 owns the next push. Guard against race of {@link #add} with {@link #forget}: a message
     * counts before it is in the lane, so no lane is forgotten that has one, no message is in two
     * lanes, and there are never two lanes with pushes to one place.
     */
    private final AtomicInteger unfinished = new AtomicInteger();

    /** Whether the next push waits for others. Whoever sets it to false pushes. */
    private final AtomicBoolean held = new AtomicBoolean();

    /** When many have left together last. Belongs to whoever owns the next push. */
    private long manyNanos;

    /** Whether they have at all. Belongs to the same. */
    private boolean many;

    private final Runnable next = this::pushNext;
    private final Runnable letGo = this::letGo;

    Lane(P place) {
      this.place = place;
    }

    /** Returns false, and does not take the message, if the lane is forgotten. */
    boolean add(M message) {
      int before = announce(1);
      if (before == FORGOTTEN) {
        return false;
      }
      messages.add(message);
      begin(before, 1);
      return true;
    }

    /** The same of messages. */
    boolean addAll(List<M> all) {
      int before = announce(all.size());
      if (before == FORGOTTEN) {
        return false;
      }
      messages.addAll(all);
      begin(before, all.size());
      return true;
    }

    private int announce(int more) {
      return unfinished.getAndUpdate(count -> count == FORGOTTEN ? FORGOTTEN : count + more);
    }

    private void begin(int before, int more) {
      if (before == 0) {
        AdaptiveExecutor.gather(next);
      } else if (before + more > MANY && held.get()) {
        AdaptiveExecutor.gather(letGo);
      }
    }

    boolean forget() {
      return unfinished.compareAndSet(0, FORGOTTEN);
    }

    private void pushNext() {
      if (later == null || unfinished.get() >= FEW || !haveManyLeftLately(later)) {
        pushNow();
        return;
      }
      held.set(true);
      later.run(MOMENT, letGo);
      if (unfinished.get() > MANY) { // guard against race with add: it may have come before
        letGo();
      }
    }

    private boolean haveManyLeftLately(TaskScheduler timer) {
      return many && timer.nanoTime() - manyNanos <= LATELY_NANOS;
    }

    private void letGo() {
      if (held.compareAndSet(true, false)) {
        pushNow();
      }
    }

    private void pushNow() {
      List<M> batch = new ArrayList<>(Math.min(unfinished.get(), MAX_MESSAGES));
      int bytes = 0;
      for (M message = first();
          message != null;
          message = isFull(batch.size(), bytes) ? null : messages.poll()) {
        batch.add(message);
        bytes += message.bytes();
      }
      if (later != null && batch.size() >= MANY) {
        many = true;
        manyNanos = later.nanoTime();
      }
      start(batch).whenComplete((admitted, failure) -> completed(batch, admitted, failure));
    }

    /** At least one message counts: a thread that has not put it in yet is about to. */
    private M first() {
      M message = messages.poll();
      while (message == null) {
        Thread.onSpinWait();
        message = messages.poll();
      }
      return message;
    }

    private static boolean isFull(int messages, int bytes) {
      return messages >= MAX_MESSAGES || bytes >= MAX_BYTES;
    }

    private CompletionStage<PushResult> start(List<M> batch) {
      try {
        return target.push(place, batch);
      } catch (RuntimeException failure) {
        return CompletableFuture.failedFuture(failure);
      }
    }

    /** The next push starts before anybody hears of this one: their reactions may take long. */
    private void completed(
        List<M> batch, @Nullable PushResult admitted, @Nullable Throwable failure) {
      if (unfinished.addAndGet(-batch.size()) > 0) {
        pushNext();
      }
      int held = admitted == null ? 0 : accepted(admitted, batch.size());
      Throwable reason = held == batch.size() ? null : reason(admitted, failure);
      for (int index = 0; index < batch.size(); index++) {
        if (reason == null || index < held) {
          batch.get(index).pushed();
        } else {
          batch.get(index).notPushed(reason);
        }
      }
    }

    private static int accepted(PushResult admitted, int size) {
      return admitted.refusal() == null ? size : Math.min(size, admitted.accepted());
    }

    private static Throwable reason(@Nullable PushResult admitted, @Nullable Throwable failure) {
      RpcException refusal = admitted == null ? null : admitted.refusal();
      if (refusal != null) {
        return refusal;
      }
      return failure == null
          ? new IllegalStateException("pushed without an outcome")
          : StageFailure.cause(failure);
    }
  }
}
