package io.callbox.internal.redisson.take;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The take for which the loop's thread sleeps: its receiver, its free and reserved room, its
 * duration, and its end. Room is counted in requests. Between takes there is none.
 *
 * <p>Not safe for use by many threads: its user holds the lock of the condition.
 */
final class TakeUnderWay {

  private final Condition changed;
  private Receiver receiver = taken -> {};
  private Duration patience = Duration.ZERO;
  private @Nullable RuntimeException failure;

  /** Set if the take is to end, or is about to. */
  private boolean ending;

  private int size;
  private int left;
  private int low;

  /** The number of requests, and of bytes, for which room is reserved. */
  private int asked;

  private long bytesAsked;

  /** The number of the take: an answer to an earlier take comes too late. */
  private int takes;

  /**
   * Creates it without a take.
   *
   * @param changed wakes the loop's thread
   */
  TakeUnderWay(Condition changed) {
    this.changed = changed;
  }

  /**
   * The room that is reserved for the answer to a question.
   *
   * @param take the take that has asked
   * @param requests the number of requests
   * @param bytes the number of bytes
   */
  record Reserved(int take, int requests, long bytes) {}

  /**
   * Begins a take.
   *
   * @param max the room
   * @param each the number of requests that a message may contain; a chunk without enough room
   *     would be split
   * @param newReceiver receives the messages, and knows the room in bytes
   */
  void open(int max, int each, Duration wait, Receiver newReceiver) {
    receiver = newReceiver;
    patience = wait;
    failure = null; // of a wait between takes, which begins again
    size = max;
    left = max;
    low = Math.max(max / 2, Math.min(max, each) - 1);
  }

  /** Ends the take: there is no room until the next one, and nothing is reserved. */
  void close() {
    ending = false;
    left = 0;
    asked = 0;
    bytesAsked = 0;
    takes++;
  }

  /** Returns whether a take with room is under way. */
  boolean isOpen() {
    return left > 0;
  }

  /** Returns the duration of the take, which is also the duration of a wait in Redis. */
  Duration patience() {
    return patience;
  }

  /** Returns the receiver of messages. */
  Receiver receiver() {
    return receiver;
  }

  /** Returns for how many requests there is room now. */
  int left() {
    return left;
  }

  /** Returns for how many bytes there is unreserved room; below 1 for none. */
  long bytesLeft() {
    return receiver.bytesLeft() - bytesAsked;
  }

  /**
   * Returns the bound of a question for the messages behind one that has come from a queue; null
   * for no question. The other half of the room is for other queues meanwhile.
   */
  TakeScript.@Nullable Bound behind(Delivery message, QueueActivity activity) {
    TakeScript.Bound bound = activity.bound((left + 1) / 2, bytesLeft() - message.message().length);
    return bound.requests() > 0 && bound.bytes() > 0 ? bound : null;
  }

  /** Returns whether a message with this number of requests may be passed on whole. */
  boolean fits(int requests) {
    return requests <= left + receiver.spare();
  }

  /**
   * Returns whether messages that come late may be passed on: there is room for each, after those
   * before it.
   */
  boolean accepts(List<Delivery> late) {
    long bytes = bytesLeft();
    for (Delivery each : late) {
      if (bytes < 1) {
        return false;
      }
      bytes -= each.message().length;
    }
    return Delivery.requestsIn(late) <= left;
  }

  /** Returns how many requests have come. */
  int used() {
    return size - left - asked;
  }

  /** Returns whether questions wait for answers. */
  boolean isAsked() {
    return asked > 0;
  }

  /** Uses room for requests that have come. */
  void use(int requests) {
    left -= requests;
  }

  /**
   * Reserves room for the answer to a question.
   *
   * @param held the number of requests of the answer that have used room already
   */
  Reserved reserve(int requests, long bytes, int held) {
    left -= requests;
    asked += requests + held;
    bytesAsked += bytes;
    return new Reserved(takes, requests + held, bytes);
  }

  /**
   * Frees the room that is reserved for an answer that has come.
   *
   * @param unused the room that the answer leaves free, in requests
   * @return false if the answer comes too late, because its take is over
   */
  boolean answered(Reserved reserved, int unused) {
    if (reserved.take != takes) {
      return false;
    }
    asked -= reserved.requests;
    bytesAsked -= reserved.bytes;
    left += unused;
    return true;
  }

  /** Returns whether the take waits for more: there is much room, and it is not to end. */
  boolean mayGoOn() {
    return left > low && !ending && bytesLeft() > 0;
  }

  /** Continues to wait at this queue; the loop's thread sleeps while there is much room. */
  void goOn(BlockingPop wait) {
    if (mayGoOn()) {
      wait.startUnlessResting(patience);
    } else if (!isAsked()) {
      changed.signal();
    }
  }

  /**
   * Waits until there is little room left, the take is to end, or its time is over. Meanwhile the
   * threads that read from Redis pass all messages on that come. Returns how many requests have
   * come.
   */
  int await() {
    awaitEnd(patience.toNanos());
    RuntimeException failed = failure;
    failure = null;
    if (left == size && failed != null) {
      throw failed;
    }
    return used();
  }

  private void awaitEnd(long nanos) {
    long rest = nanos;
    try {
      while (mayGoOn() && failure == null && rest > 0) {
        rest = changed.awaitNanos(rest);
      }
      ending = true;
      rest = BusyQueues.HANGS.toNanos();
      while (isAsked() && rest > 0) {
        rest = changed.awaitNanos(rest);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the take that is under way, or about to begin. */
  void end() {
    ending = true;
    changed.signal();
  }

  /** Ends the take if it is under way: the next one gets messages that have come late. */
  void endIfOpen() {
    ending = ending || isOpen();
    changed.signal();
  }

  /** Ends the take with this failure, unless messages have come. */
  void fail(RuntimeException why) {
    failure = why;
    changed.signal();
  }
}
