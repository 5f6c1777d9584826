package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import java.util.List;

/**
 * What a consumer expects of a queue, by what it brought lately: whether to ask it for more or to
 * wait for its next message, whether that one waits for company, and how many requests are in a
 * message. Does nothing itself. Safe for use by many threads.
 */
final class QueueActivity {

  /** For fewer, the first does not wait. */
  private static final int CROWD = 8;

  /** In bytes: a script spends more on one that passes through it than it saves by its company. */
  private static final int LARGE = 64 << 10;

  /** After so many that came alone, more may have gathered behind the next. */
  private static final int ASK_AFTER = 4;

  private volatile boolean busy = true;

  /** How many others there were when somebody asked for them lately, or what is left of it. */
  @GuardedBy("this")
  private int companions = CROWD;

  @GuardedBy("this")
  private int unasked;

  /** How many requests there were in a message lately. */
  @GuardedBy("this")
  private int requestsPerMessage = 1;

  /** Whether the queue is worth asking: it seems to have something. */
  boolean isBusy() {
    return busy;
  }

  /** It has something, or may have. */
  void seemsBusy() {
    busy = true;
  }

  /**
   * A wait brought a message of so many bytes and requests. Others may have come with it: if they
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

  /** How much to ask the queue for where there is so much room. */
  synchronized TakeScript.Bound bound(int requests, long bytes) {
    return TakeScript.bound(requests, requestsPerMessage, bytes);
  }

  /** How many requests the next message may hold. */
  synchronized int requestsPerMessage() {
    return requestsPerMessage;
  }

  @GuardedBy("this")
  private void remember(int requests) {
    requestsPerMessage = Math.max(requests, requestsPerMessage - 1 - requestsPerMessage / 8);
  }
}
