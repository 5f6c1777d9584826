package io.callbox.internal.concurrent;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait for results from one place. If they are many, their requests should leave
 * in two halves: while one half is served, the responses to the other half wake their callers.
 * Without it, the first caller that wakes has its request leave alone, and each such request costs
 * as much as many.
 *
 * <p>Whoever leads others waits for them in vain if they have other work to do. After that,
 * requests leave at once: the next one, the next two, and so on up to 64.
 *
 * <p>Safe for use by many threads, which race to write the hints about waits in vain: a lost one
 * does no harm.
 */
public final class CallerCrowd {

  /** How long a request waits for others, at most. */
  public static final long MOMENT_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

  /** Fewer callers wait for nobody. */
  private static final int MANY = 16;

  private static final int MOST_AT_ONCE = 64;

  private final AtomicInteger waiting = new AtomicInteger();

  /** How many requests leave at once after the latest wait in vain. */
  private volatile int atOnce;

  /** How many of these have not left yet. */
  private volatile int rest;

  /** Counts a caller. Returns with how many requests its own should leave. */
  public int entered() {
    int callers = waiting.incrementAndGet();
    return callers < MANY || !mayWait() ? 1 : callers / 2;
  }

  /** Counts a caller no more. */
  public void left() {
    waiting.decrementAndGet();
  }

  /** Returns whether the next request may wait for others. */
  private boolean mayWait() {
    int more = rest;
    if (more > 0) {
      rest = more - 1;
    }
    return more == 0;
  }

  /** Notes that a request has waited for others. */
  public void led(boolean cameEnough) {
    atOnce = cameEnough ? 0 : Math.min(MOST_AT_ONCE, Math.max(1, 2 * atOnce));
    rest = atOnce;
  }
}
