package io.callbox.rpc;

import java.time.Duration;

/**
 * Decides when a client repeats a call by itself: only if the request certainly did not run or if
 * its method is idempotent, only within the call's timeout, and only within a budget of retries.
 * Immutable.
 *
 * <p>Between attempts it waits for a time below a bound that doubles with each attempt. The time
 * differs from call to call (full jitter), after <a
 * href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 * retries and backoff with jitter</a>.
 *
 * @param maxAttempts the maximum number of attempts, including the first
 * @param firstBackoff the upper bound of the first wait
 * @param maxBackoff the upper bound of every wait
 * @param budget the number of retries for each call on average; 0.1 for one retry in ten calls
 */
public record RetryPolicy(
    int maxAttempts, Duration firstBackoff, Duration maxBackoff, double budget) {

  /** Three attempts, waits of at most 50 ms to 1 s, and one retry in ten calls. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(50), Duration.ofSeconds(1), 0.1);

  /** Every request is sent once. */
  public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);
}
