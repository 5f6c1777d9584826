package io.callbox.internal.client;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides whether a request that could not be sent is sent again, and when. Safe for use by many
 * threads.
 */
final class Retries {

  /** The budget is counted in thousandths of a retry. */
  private static final int ONE = 1_000;

  /** A client that has been idle may do so many retries at once. */
  private static final int MAX_SAVED = 10 * ONE;

  private final RetryPolicy policy;
  private final TaskScheduler later;
  private final AtomicLong saved = new AtomicLong(MAX_SAVED);

  Retries(RetryPolicy policy, TaskScheduler later) {
    this.policy = policy;
    this.later = later;
  }

  /** A call begins: it earns its share of a retry. */
  void called() {
    long earned = Math.round(policy.budget() * ONE);
    if (saved.get() < MAX_SAVED) {
      saved.addAndGet(earned);
    }
  }

  /** Whether a call may be sent again; if so, that has been taken from the budget. */
  boolean mayRetry(PendingCall call, RpcException failure) {
    return call.attempts < policy.maxAttempts() && isSafe(call, failure) && spend();
  }

  /** Sends again after a while. */
  void later(PendingCall call, RpcException failure, Runnable again) {
    long bound =
        Math.min(
            policy.maxBackoff().toMillis(),
            policy.firstBackoff().toMillis() << Math.min(20, call.attempts - 1));
    long wait = ThreadLocalRandom.current().nextLong(bound + 1);
    Duration atLeast = failure.retryAfter();
    long millis = atLeast == null ? wait : atLeast.toMillis() + wait;
    later.run(Duration.ofMillis(millis), again);
  }

  /** A call that nobody serves is not tried again: its caller is told at once. */
  private static boolean isSafe(PendingCall call, RpcException failure) {
    return switch (failure.code()) {
      case RESOURCE_EXHAUSTED -> failure.executed() == Executed.NO && failure.retryable();
      case UNAVAILABLE -> failure.executed() == Executed.UNKNOWN && call.method.idempotent();
      default -> false;
    };
  }

  private boolean spend() {
    long before = saved.getAndUpdate(left -> left >= ONE ? left - ONE : left);
    return before >= ONE;
  }
}
