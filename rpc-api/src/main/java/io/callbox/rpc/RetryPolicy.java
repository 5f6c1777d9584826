package io.callbox.rpc;

import java.time.Duration;

/**
 * When a client makes a call again by itself: only if its request certainly did not run, or if its
 * method is idempotent; only within the call's timeout; and only while retries are few among calls.
 * Immutable.
 *
 * <p>Between tries it waits a random time below a bound that doubles with each try: full jitter,
 * after <a
 * href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 * retries and backoff with jitter</a>.
 *
 * @param maxAttempts how often a request is sent at most, the first time included
 * @param firstBackoff the bound of the first wait
 * @param maxBackoff the bound of any wait
 * @param budget how many retries there may be for each call, 0.1 for one in ten
 */
public record RetryPolicy(
    int maxAttempts, Duration firstBackoff, Duration maxBackoff, double budget) {

  /** Three attempts, waiting 50 ms to 1 s, at most one retry for ten calls. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(1), 0.1);

  /** Every request is sent once. */
  public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);
}
