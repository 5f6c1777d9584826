package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.broker.Rights;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the next message of one queue. If the queue has a holder, the message moves into the
 * holder's list. A wait is never cancelled, because this would leave a message behind that has just
 * been moved.
 *
 * <p>Any thread may start a wait, but only one is under way at a time: of two waits on one
 * connection, the second would begin only when the first has ended. A wait has ended when the
 * consumer has handled its end. The consumer's lock guards start and end. It is reentrant, because
 * a wait that fails at once ends on the thread that starts it. The order of locks: a thread that
 * holds this lock takes no other lock whose holders may take this one.
 */
final class BlockingPop {

  final QueueName queue;

  /** The list of the holder's messages; null without a holder. */
  final @Nullable QueueName taken;

  /** The expectations of the consumer about the queue. */
  final QueueActivity activity = new QueueActivity();

  private volatile boolean paused;

  /** Set while a question is under way, which a take has asked. */
  private volatile boolean asked;

  /** Set if the last answer to such a question came late, or has not come. */
  private volatile boolean slow;

  /**
   * The time that an overdue wait is given. Redisson gives a wait up three seconds after its time,
   * as if no message had come.
   */
  private static final long GRACE_SECONDS = 2;

  private final Scripts scripts;
  private final WaitCommand command;
  private final Completion completion;

  private final ReentrantLock lock;

  @GuardedBy("lock")
  private boolean waits;

  @GuardedBy("lock")
  private long overdueNanos;

  /** Completes when the completion has handled the end of the last wait. */
  @GuardedBy("lock")
  private CompletableFuture<@Nullable Void> handled = CompletableFuture.completedFuture(null);

  /**
   * Creates it without a wait.
   *
   * @param taken the list of the holder's messages; null without a holder
   * @param completion handles the end of each wait, with the lock held
   * @param lock the consumer's lock, which guards all its waits
   */
  BlockingPop(
      Scripts scripts,
      QueueName queue,
      @Nullable QueueName taken,
      Completion completion,
      ReentrantLock lock) {
    this.queue = queue;
    this.lock = lock;
    this.scripts = scripts;
    this.command = new WaitCommand(scripts, queue, taken, activity);
    this.taken = taken;
    this.completion = completion;
  }

  /** Returns whether to ask the queue: it seems to have messages, and is not paused. */
  boolean isBusy() {
    return activity.isBusy() && !paused && !asked;
  }

  /** Notes whether a question about the queue's messages is under way. There is one at a time. */
  void asked(boolean now) {
    asked = now;
  }

  boolean isSlow() {
    return slow;
  }

  /** Notes whether the answer to a question has come late. */
  void slow(boolean now) {
    slow = now;
  }

  /** Returns whether its last wait has failed: the server does not answer, or refuses. */
  boolean isFailing() {
    return activity.isFailing();
  }

  /** Returns whether the consumer must not take from the queue for now. */
  boolean isPaused() {
    return paused;
  }

  /** Stops starting waits, or starts them again. Safe for any thread. */
  void pause(boolean now) {
    paused = now;
  }

  /** Receives the end of a wait. */
  interface Completion {

    void completed(BlockingPop wait, byte @Nullable [] message, @Nullable Throwable failure);
  }

  Delivery delivery(byte[] message) {
    return new Delivery(queue, message, taken);
  }

  /** Starts a wait, unless it rests: a wait that fails repeatedly pauses before it tries again. */
  void startUnlessResting(Duration wait) {
    if (!activity.rests()) {
      startUnlessWaiting(wait);
    }
  }

  void startUnlessWaiting(Duration wait) {
    lock.lock();
    try {
      if (!waits && !paused) {
        start(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void start(Duration wait) {
    long seconds = command.seconds(wait);
    overdueNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + GRACE_SECONDS);
    CompletionStage<byte[]> answer = command.send(seconds);
    CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    waits = true;
    handled = end;
    answer.whenComplete((message, failure) -> ended(end, message, failure));
  }

  private void ended(
      CompletableFuture<@Nullable Void> end,
      byte @Nullable [] message,
      @Nullable Throwable failure) {
    lock.lock();
    try {
      waits = false; // the completion may start the next one
      activity.waited(message != null, failure != null);
      completion.completed(this, message, failure);
    } finally {
      lock.unlock();
      end.complete(null);
    }
  }

  /** Returns whether the last wait took so long that Redis may not have ended it. */
  boolean isOverdue() {
    lock.lock();
    try {
      return System.nanoTime() - overdueNanos > 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Checks whether the Redis user has the right to wait.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if not
   */
  void check() {
    if (taken != null) {
      Rights.check(scripts, Rights.blmove(taken));
    }
  }

  /**
   * Ends the waiting: starts no further wait, and closes the connection when the wait under way has
   * ended.
   */
  void retire() {
    lock.lock();
    try {
      paused = true; // a wait that starts now is the last
    } finally {
      lock.unlock();
    }
    unblock();
    last().whenComplete((done, failure) -> command.close());
  }

  /**
   * Makes Redis end the wait under way, as if its time were over; a message that has been moved
   * still comes. Does nothing to a short wait.
   */
  void unblock() {
    if (!last().isDone()) {
      command.unblock();
    }
  }

  private CompletableFuture<@Nullable Void> last() {
    lock.lock();
    try {
      return handled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the wait under way has ended and been handled, and closes the connection. */
  void end(long nanos) {
    awaitEnd(nanos);
    command.close();
  }

  private void awaitEnd(long nanos) {
    try {
      last().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException ended) {
      return; // it ends with a failure, which its completion handles, or by itself later
    }
  }
}
