package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import java.time.Duration;
import java.util.List;

/**
 * Decides, by recent messages of a queue and by the ends of waits for them, whether a consumer asks
 * for more or waits for the next message, and for how long; whether the next message should wait
 * for others; and how many requests a message contains. It only computes.
 *
 * <p>Each wait without a message costs Redis as much as a call, so the waits of a quiet queue
 * become longer. But a node that closes must not wait until a long wait ends, so waits become long
 * only if they can be ended early. A failed wait is followed by a rest, which gets longer with each
 * further failure, so that a server that is away is rarely asked.
 *
 * <p>Safe for use by many threads; one at a time notes the end of a wait.
 */
final class QueueActivity {

  /** The number of expected messages below which the first message does not wait for others. */
  private static final int CROWD = 8;

  /** The size in bytes above which the script costs more than it saves for a message. */
  private static final int LARGE = 64 << 10;

  /** The number of messages that came alone after which more may have gathered behind the next. */
  private static final int ASK_AFTER = 4;

  /** The maximum of {@link #times}. {@code HeldRequests.LONGEST_TAKE} depends on it. */
  static final int LONGEST = 4;

  private static final long FIRST_REST_NANOS = Duration.ofMillis(50).toNanos();
  private static final long LONGEST_REST_NANOS = Duration.ofSeconds(1).toNanos();

  private volatile boolean busy = true;

  /** The length of the next wait as a multiple of the first. */
  private volatile int times = 1;

  private volatile boolean failing;
  private volatile long restUntil;

  /** The length of the next rest. Written by the thread that notes the end of a wait. */
  private long rest = FIRST_REST_NANOS;

  /** The number of other messages that the last ask found; decays over time. */
  @GuardedBy("this")
  private int companions = CROWD;

  @GuardedBy("this")
  private int unasked;

  /** The number of requests in a recent message. */
  @GuardedBy("this")
  private int requestsPerMessage = 1;

  /** Returns whether to ask the queue: it seems to have messages. */
  boolean isBusy() {
    return busy;
  }

  /** Notes that the queue has messages, or may have some. */
  void seemsBusy() {
    busy = true;
  }

  /** Notes that the queue is not to be asked, but waited for. */
  void seemsIdle() {
    busy = false;
  }

  /**
   * Notes that a wait brought a message with this many bytes and requests. Others may have come
   * with it, if this happened recently, or if no ask has happened for a while.
   *
   * @return whether to wait for the others, because there were many recently
   */
  synchronized boolean arrived(int length, int requests) {
    remember(requests);
    if (requests > 1) {
      busy = false; // the client had no more to send
      return false;
    }
    unasked++;
    busy = length < LARGE && (companions > 0 || unasked >= ASK_AFTER);
    return busy && companions >= CROWD;
  }

  /**
   * Notes the answer of an ask. If these were all messages, the consumer waits next. It also waits
   * next if the answer ends with a chunk, because a wait takes the next chunk without a script. A
   * single message does not mean that the next message comes alone too: otherwise, a late message
   * would split the messages behind it, and they would be answered in two parts from then on.
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

  /** Returns how much to ask the queue for, with this much room. */
  synchronized TakeScript.Bound bound(int requests, long bytes) {
    return TakeScript.bound(requests, requestsPerMessage, bytes);
  }

  /** Returns how many requests the next message may contain. */
  synchronized int requestsPerMessage() {
    return requestsPerMessage;
  }

  @GuardedBy("this")
  private void remember(int requests) {
    requestsPerMessage = Math.max(requests, requestsPerMessage - 1 - requestsPerMessage / 8);
  }

  /** Notes that a wait has ended: with a message or without, with a failure or not. */
  void waited(boolean withMessage, boolean failed) {
    times = withMessage ? 1 : Math.min(LONGEST, 2 * times);
    if (failed) {
      restUntil = System.nanoTime() + rest;
      rest = Math.min(2 * rest, LONGEST_REST_NANOS);
    } else {
      rest = FIRST_REST_NANOS;
    }
    failing = failed;
  }

  /** Returns how long to wait, if the first wait has this length. */
  Duration patience(Duration first, boolean canBeEnded) {
    return canBeEnded ? first.multipliedBy(times) : first;
  }

  /**
   * Returns whether no message has come lately, so that the next wait may be longer than the first.
   */
  boolean isQuiet() {
    return times > 1;
  }

  /** Returns whether the last wait failed. */
  boolean isFailing() {
    return failing;
  }

  /** Returns whether a wait failed so recently that the next should not begin yet. */
  boolean rests() {
    return failing && System.nanoTime() - restUntil < 0;
  }
}
