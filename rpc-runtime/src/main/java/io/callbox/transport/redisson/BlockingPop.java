package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.queue.DequeMoveArgs;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.RedisCommands;

/**
 * Waits for the next message of one queue. If the queue has a holder, the message moves into the
 * holder's list. A wait is never cancelled, because this would leave a message behind that has just
 * been moved.
 */
final class BlockingPop {

  final QueueName queue;

  /** The list of the holder's messages; null without a holder. */
  final @Nullable QueueName taken;

  /** What the consumer expects of the queue. */
  final QueueActivity activity = new QueueActivity();

  /** Since when, and how often, waits have failed. */
  private final FailingWait failing = new FailingWait();

  private volatile boolean paused;

  /** Whether a question is under way, which is asked by whoever takes. */
  private volatile boolean asked;

  /** Whether the last answer to such a question came late, or has not come. */
  private volatile boolean slow;

  /** Redisson gives a wait up three seconds after its time, as if no message had come. */
  private static final long GRACE_SECONDS = 2;

  /** How long after the end of a wait its answer may come. */
  private static final long ANSWER_MILLIS = 3_000;

  private static final RedisCommand<Object> UNBLOCK = new RedisCommand<>("CLIENT", "UNBLOCK");

  private final Scripts scripts;
  private final QuietWait quiet = new QuietWait();
  private final DirectConnection connection;
  private final RBlockingDeque<byte[]> deque;
  private final Completion completion;

  private volatile long overdueNanos;
  private volatile CompletableFuture<byte[]> underWay = CompletableFuture.completedFuture(null);

  BlockingPop(Scripts scripts, QueueName queue, @Nullable QueueName taken, Completion completion) {
    this.queue = queue;
    this.scripts = scripts;
    this.connection = scripts.connectionTo(queue);
    connection.open(); // the first wait would take one of the pool for want of it
    this.deque = scripts.client().getBlockingDeque(queue.key(), ByteArrayCodec.INSTANCE);
    this.taken = taken;
    this.completion = completion;
  }

  /** Returns whether to ask the queue: it seems to have messages, and is not paused. */
  boolean isBusy() {
    return activity.isBusy() && !paused && !asked;
  }

  /** A question about what the queue has is under way, or is no longer: one at a time. */
  void asked(boolean now) {
    asked = now;
  }

  boolean isSlow() {
    return slow;
  }

  /** The answer to a question has come late, or in time. */
  void slow(boolean now) {
    slow = now;
  }

  /** Whether its last wait has failed: the server does not answer, or refuses. */
  boolean isFailing() {
    return failing.isFailing();
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

  /** Of those that are failing, waits for a while before it tries again. */
  void startUnlessResting(Duration wait) {
    if (!failing.rests()) {
      startUnlessWaiting(wait);
    }
  }

  void startUnlessWaiting(Duration wait) {
    if (underWay.isDone() && !paused) {
      long seconds = Math.max(1, quiet.of(wait, connection.number() != null).toSeconds());
      overdueNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + GRACE_SECONDS);
      underWay = next(seconds).toCompletableFuture();
      underWay.whenComplete(
          (message, failure) -> {
            quiet.ended(message != null);
            failing.ended(failure != null);
            completion.completed(this, message, failure);
          });
    }
  }

  /** Returns whether the last wait took so long that Redis may not have ended it. */
  boolean isOverdue() {
    return System.nanoTime() - overdueNanos > 0;
  }

  private CompletionStage<byte[]> next(long seconds) {
    scripts.count();
    if (taken == null) {
      return deque.pollLastAsync(seconds, TimeUnit.SECONDS);
    } else if (quiet.isQuiet() && !connection.isNumbered()) {
      scripts.count();
      return connection.askNumber().thenCompose(asked -> move(seconds, taken));
    }
    return move(seconds, taken);
  }

  private CompletionStage<byte[]> move(long seconds, QueueName taken) {
    CompletableFuture<byte[]> direct =
        connection.send(
            TimeUnit.SECONDS.toMillis(seconds) + ANSWER_MILLIS,
            RedisCommands.BLMOVE,
            queue.key(),
            taken.key(),
            "RIGHT",
            "LEFT",
            seconds);
    if (direct != null) {
      return direct;
    }
    return deque.moveAsync(
        Duration.ofSeconds(seconds), DequeMoveArgs.pollLast().addFirstTo(taken.key()));
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

  /** Starts no further wait, and closes the connection when the wait under way has ended. */
  void retire() {
    paused = true;
    unblock();
    underWay.whenComplete((message, failure) -> connection.close());
  }

  /**
   * Makes Redis end the wait under way, as if its time were over; a message that has been moved
   * still comes. Does nothing to a short wait.
   */
  void unblock() {
    Long number = connection.number();
    if (number != null && !underWay.isDone()) {
      scripts
          .attempt(queue.key(), UNBLOCK, number)
          .exceptionally(refused -> null); // it ends by itself then
    }
  }

  /** Waits until the wait under way ends, and closes the connection. */
  void end(long nanos) {
    awaitEnd(nanos);
    connection.close();
  }

  private void awaitEnd(long nanos) {
    try {
      underWay.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException ended) {
      return; // with a failure, which its completion has seen, or by itself later
    }
  }
}
