package io.callbox.internal.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.PushResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a {@link PushBatcher} to one destination. One push is under way at a time. Safe
 * for use by many threads.
 *
 * @param <P> the destination
 * @param <M> the message
 */
final class PushLane<P, M extends PushBatcher.Message> {

  /** The value of {@link #unfinished} for a lane that accepts no more messages. */
  private static final int FORGOTTEN = Integer.MIN_VALUE;

  private static final int MAX_MESSAGES = 256;
  private static final int MAX_BYTES = 4 << 20;

  /** Fewer messages than this wait for others if {@code MANY} have left together lately. */
  private static final int FEW = 16;

  private static final int MANY = 128;
  private static final long LATELY_NANOS = Duration.ofMillis(5).toNanos();
  private static final Duration MOMENT = Duration.ofNanos(300_000);

  private final P destination;
  private final PushBatcher.Target<P, M> target;
  private final @Nullable TaskScheduler later;
  private final Queue<M> messages = new ConcurrentLinkedQueue<>();

  /**
   * The number of messages that wait, are under way, or are about to enter the lane. The thread
   * that raises it from 0 owns the next push. Guard against race between {@link #add} and {@link
   * #forget}: a message counts before it is in the lane. So a lane with a message is never
   * forgotten, no message is in two lanes, and two lanes never push to one destination.
   */
  private final AtomicInteger unfinished = new AtomicInteger();

  /** Set if the next push waits for others. The thread that clears it pushes. */
  private final AtomicBoolean held = new AtomicBoolean();

  /**
   * The last time when many messages left together. Belongs to the thread that owns the next push.
   */
  private long manyNanos;

  /** Set if many messages have ever left together. Belongs to the same thread. */
  private boolean many;

  /** Set if a push has left and has not ended. Guard against race of its end with a move. */
  @GuardedBy("this")
  private boolean underWay;

  private final Runnable next = this::pushNext;
  private final Runnable letGo = this::letGo;

  PushLane(P destination, PushBatcher.Target<P, M> target, @Nullable TaskScheduler later) {
    this.destination = destination;
    this.target = target;
    this.later = later;
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

  /** Does the same for several messages. */
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
    int before = unfinished.get();
    while (before != FORGOTTEN && !unfinished.compareAndSet(before, before + more)) {
      before = unfinished.get();
    }
    return before;
  }

  private void begin(int before, int more) {
    if (before == 0) {
      AdaptiveExecutor.gather(next);
    } else if (before + more > MANY && held.get()) {
      AdaptiveExecutor.gather(letGo);
    }
  }

  /**
   * Forgets the lane if nothing is under way: it then accepts no more messages. Returns whether it
   * is forgotten.
   */
  boolean forget() {
    return unfinished.compareAndSet(0, FORGOTTEN);
  }

  private void pushNext() {
    if (leavesNow()) {
      pushNow();
    }
  }

  /** Returns whether the next push leaves now; if not, it leaves after it has waited for others. */
  private boolean leavesNow() {
    if (later == null || unfinished.get() >= FEW || !haveManyLeftLately(later)) {
      return true;
    }
    held.set(true);
    later.run(MOMENT, letGo);
    // guard against race with add, which may have run before this thread held the push
    return unfinished.get() > MANY && held.compareAndSet(true, false);
  }

  private boolean haveManyLeftLately(TaskScheduler timer) {
    return many && timer.nanoTime() - manyNanos <= LATELY_NANOS;
  }

  /** Pushes now if the next push waits for others. */
  void letGo() {
    if (held.compareAndSet(true, false)) {
      pushNow();
    }
  }

  /**
   * Takes the messages that wait behind the push under way; none if there is no push. Its own
   * messages count, so that no other thread owns the next push meanwhile.
   */
  synchronized List<M> takeWaiting() {
    List<M> taken = new ArrayList<>();
    if (underWay) {
      for (M message = messages.poll(); message != null; message = messages.poll()) {
        taken.add(message);
      }
      unfinished.addAndGet(-taken.size());
    }
    return taken;
  }

  /**
   * Starts the next push before the messages of an ended push receive their result, because their
   * reactions may take long. Pushes that end at once, as those of a closed client do, follow each
   * other here: if each began the next, a long queue would overflow the stack.
   */
  private void pushNow() {
    StartedPush<M> ended = null;
    boolean more = true;
    while (more) {
      StartedPush<M> push = new StartedPush<>(nextBatch());
      start(push.batch).whenComplete((said, failure) -> completed(push, said, failure));
      tell(ended);
      ended = push.hasEndedAtOnce() ? push : null;
      more = ended != null && finish(ended) && leavesNow();
    }
    tell(ended);
  }

  private void completed(
      StartedPush<M> push, @Nullable PushResult admitted, @Nullable Throwable failure) {
    if (push.end(admitted, failure)) {
      if (finish(push)) {
        pushNext();
      }
      tell(push);
    }
  }

  /** Returns whether other messages wait. */
  private boolean finish(StartedPush<M> push) {
    ended();
    return unfinished.addAndGet(-push.batch.size()) > 0;
  }

  private synchronized List<M> nextBatch() {
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
    underWay = true;
    return batch;
  }

  private synchronized void ended() {
    underWay = false;
  }

  /**
   * Returns the first message. There is at least one: a thread that has counted its message puts it
   * in next.
   */
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
      return target.push(destination, batch);
    } catch (RuntimeException | Error failure) { // otherwise no other push would ever follow
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void tell(@Nullable StartedPush<M> push) {
    if (push != null) {
      push.tell(target);
    }
  }
}
