package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The places that requests take up in a server, from when they are taken until Redis has their
 * responses. One whose response cannot be sent, as the master that is to have it is away, gives its
 * place to another. What it takes up in memory stays counted, and no more than {@link #MOST} give
 * their places: so both are bounded.
 *
 * <p>Safe for use by many threads.
 */
final class Places {

  /** Each is sent again twice a second, and has some objects of its own. */
  static final int MOST = 20_000;

  private final Permits permits;
  private final ByteBudget room;

  /** How many responses wait for a master, with their places given to others. */
  @GuardedBy("this")
  private int heldUp;

  Places(Permits permits, ByteBudget room) {
    this.permits = permits;
    this.room = room;
  }

  /**
   * The place of requests that are about to be answered.
   *
   * @param requests how many they are
   * @param bytes how long the response is
   * @param ended is to hear when it has been sent
   */
  Place of(int requests, int bytes, Runnable ended) {
    return new Place(requests, bytes, ended);
  }

  /** Waits until no response is held up. Returns whether none is. */
  synchronized boolean awaitNoneHeldUp(Duration bound) throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    for (long left = bound.toNanos(); heldUp > 0 && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return heldUp == 0;
  }

  /** Returns whether one more response may wait without a place. */
  private synchronized boolean tryHoldUp() {
    if (heldUp >= MOST) {
      return false;
    }
    heldUp++;
    return true;
  }

  private synchronized void sent() {
    heldUp--;
    notifyAll();
  }

  /** One place. Its methods may race: the end, with another attempt that is held up. */
  final class Place {

    private final int requests;
    private final int bytes;
    private final Runnable ended;

    @GuardedBy("this")
    private boolean given;

    private Place(int requests, int bytes, Runnable ended) {
      this.requests = requests;
      this.bytes = bytes;
      this.ended = ended;
    }

    /** The response cannot be sent for now. It keeps its place if too many wait without one. */
    synchronized void heldUp() {
      if (!given && tryHoldUp()) {
        given = true;
        room.take(bytes);
        permits.served(requests);
      }
    }

    /** The response has been sent, or has been given up. */
    void end() {
      boolean before;
      synchronized (this) {
        before = given;
        given = true;
      }
      if (before) {
        room.giveBack(bytes);
        sent();
      } else {
        permits.served(requests);
      }
      ended.run();
    }
  }
}
