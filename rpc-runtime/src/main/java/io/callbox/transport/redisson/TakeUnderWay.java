package io.callbox.transport.redisson;

import io.callbox.transport.QueueConsumer.Receiver;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The take for which the loop's thread sleeps: how much room it has, how long it waits, and what
 * ends it. Not safe for use by many threads: its user holds the lock of the condition.
 */
final class TakeUnderWay {

  final TakeRoom room = new TakeRoom();

  private final Condition changed;
  private Duration patience = Duration.ZERO;
  private @Nullable RuntimeException failure;

  /** Whether the take is to end, or about to. */
  private boolean ending;

  /**
   * No take yet.
   *
   * @param changed wakes the loop's thread
   */
  TakeUnderWay(Condition changed) {
    this.changed = changed;
  }

  /**
   * Begins a take.
   *
   * @param max the room, in requests
   * @param each how many requests a message may contain
   */
  void open(int max, int each, Duration wait, Receiver receiver) {
    room.open(max, each, receiver);
    patience = wait;
    failure = null; // of a wait between takes: it begins again
  }

  /** Returns how long the take waits, which is how long a wait in Redis lasts. */
  Duration patience() {
    return patience;
  }

  /** Returns whether the take waits for more: there is much room, and it is not to end. */
  boolean mayGoOn() {
    return !room.isLow() && !ending && room.bytesLeft() > 0;
  }

  /**
   * Waits until there is little room left, the take is to end, or its time is over. Meanwhile all
   * that comes is handed over by the threads that read from Redis. Returns how many requests have
   * come.
   */
  int await() {
    awaitEnd(patience.toNanos());
    RuntimeException failed = failure;
    failure = null;
    if (room.isUnused() && failed != null) {
      throw failed;
    }
    return room.used();
  }

  private void awaitEnd(long nanos) {
    long left = nanos;
    try {
      while (mayGoOn() && failure == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      ending = true;
      left = BusyQueues.HANGS.toNanos();
      while (room.isAsked() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The take is over: there is no room until the next one. */
  void close() {
    room.close();
    ending = false;
  }

  /** Ends the take that is under way, or about to begin. */
  void end() {
    ending = true;
    changed.signal();
  }

  /** Ends the take if it is under way: what has come late is for the next one. */
  void endIfOpen() {
    ending = ending || room.isOpen();
    changed.signal();
  }

  /** Ends the take with this failure, unless messages have come. */
  void fail(RuntimeException why) {
    failure = why;
    changed.signal();
  }

  /** Waits on at this queue; the loop's thread sleeps on as long as there is much room. */
  void goOn(BlockingPop wait) {
    if (mayGoOn()) {
      wait.startUnlessResting(patience);
    } else if (!room.isAsked()) {
      changed.signal();
    }
  }
}
