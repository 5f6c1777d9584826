package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.queue.DequeMoveArgs;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommands;

/**
 * Waits for one queue's next message, which moves into its holder's list, if it has a holder. Never
 * cancelled: that would leave a message behind which had just been moved.
 */
final class BlockingPop {

  final QueueName queue;

  /** Where the holder's messages are, if it has a holder. */
  final @Nullable QueueName taken;

  private volatile boolean busy = true;
  private volatile boolean paused;

  /** Redisson gives a wait up after its time and three seconds more, as if nothing had come. */
  private static final long GRACE_SECONDS = 2;

  /** How long after the time of a wait its answer may come. */
  private static final long ANSWER_MILLIS = 3_000;

  /** For fewer, the first does not wait. */
  private static final int CROWD = 8;

  /** In bytes: a script spends more on one that passes through it than it saves by its company. */
  private static final int LARGE = 64 << 10;

  /** After so many that came alone, more may have gathered behind the next. */
  private static final int ASK_AFTER = 4;

  private final Scripts scripts;
  private final DirectConnection connection;
  private final RBlockingDeque<byte[]> deque;
  private final Completion completion;

  /** How many others there were when somebody asked for them lately, or what is left of it. */
  @GuardedBy("this")
  private int companions = CROWD;

  @GuardedBy("this")
  private int unasked;

  /** How many requests there were in a message lately. */
  @GuardedBy("this")
  private int requestsPerMessage = 1;

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

  /**
   * The wait brought a message of so many bytes and requests. Others may have come with it: if they
   * did lately, or it is a while that nobody has asked.
   *
   * @return whether the others are worth waiting for: lately, they were many
   */
  synchronized boolean arrived(int length, int requests) {
    remember(requests);
    if (requests > 1) {
      busy = false; // its client had no more to send
      return false;
    }
    unasked++;
    busy = length < LARGE && (companions > 0 || unasked >= ASK_AFTER);
    return busy && companions >= CROWD;
  }

  /** Whether the queue is worth asking: it seems to have something. */
  boolean isBusy() {
    return busy && !paused;
  }

  /** Whether nothing is to be taken from the queue for now. */
  boolean isPaused() {
    return paused;
  }

  /** Starts no wait from now on, or starts them again. For any thread. */
  void pause(boolean now) {
    paused = now;
  }

  /** It has something, or may have. */
  void seemsBusy() {
    busy = true;
  }

  /** How much to ask the queue for where there is so much room, by what was in messages lately. */
  synchronized TakeScript.Bound bound(int requests, long bytes) {
    return TakeScript.bound(requests, requestsPerMessage, bytes);
  }

  /** How many requests the next message may hold, by what was in messages lately. */
  synchronized int requestsPerMessage() {
    return requestsPerMessage;
  }

  @GuardedBy("this")
  private void remember(int requests) {
    requestsPerMessage = Math.max(requests, requestsPerMessage - 1);
  }

  /**
   * The queue was asked, and gave something; if that was all it had, it is to be waited for. So it
   * is if that ends with a chunk: a wait takes the next one without a script. One that came alone
   * does not mean that the next will: a straggler of a crowd would tear the crowd behind it apart,
   * and have it answered in two parts from then on.
   */
  synchronized void asked(List<Delivery> taken, TakeScript.Bound bound) {
    if (unasked > 0) {
      companions = Math.max(taken.size(), companions / 2);
      unasked = 0;
    }
    boolean chunk = false;
    for (Delivery each : taken) {
      remember(each.requests());
      chunk = each.requests() > 1;
    }
    busy = !chunk && !bound.isAbove(taken);
  }

  /** Hears how a wait ended. */
  interface Completion {

    void completed(BlockingPop wait, byte @Nullable [] message, @Nullable Throwable failure);
  }

  Delivery delivery(byte[] message) {
    return new Delivery(queue, message, taken);
  }

  void startUnlessWaiting(Duration wait) {
    if (underWay.isDone() && !paused) {
      long seconds = Math.max(1, wait.toSeconds());
      overdueNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds + GRACE_SECONDS);
      underWay = next(seconds).toCompletableFuture();
      underWay.whenComplete((message, failure) -> completion.completed(this, message, failure));
    }
  }

  /** Whether the wait that has just ended took so long that Redis may not have ended it. */
  boolean isOverdue() {
    return System.nanoTime() - overdueNanos > 0;
  }

  private CompletionStage<byte[]> next(long seconds) {
    scripts.count();
    if (taken == null) {
      return deque.pollLastAsync(seconds, TimeUnit.SECONDS);
    }
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

  /** Waits for the wait under way, and closes its connection. */
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
