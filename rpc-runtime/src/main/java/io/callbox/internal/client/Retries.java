package io.callbox.internal.client;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.SplittableRandom;
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

  private final String node;
  private final RetryPolicy policy;

  /** What each call earns. */
  private final long earned;

  private final TaskScheduler later;
  private final AtomicLong saved = new AtomicLong(MAX_SAVED);

  /** Retries of the calls of one node. */
  Retries(ClientSettings settings, TaskScheduler later) {
    this.node = settings.node();
    this.policy = settings.retries();
    this.earned = Math.round(policy.budget() * ONE);
    this.later = later;
  }

  /** A call begins: it earns its share of a retry. */
  void called() {
    if (saved.get() < MAX_SAVED) {
      saved.addAndGet(earned);
    }
  }

  /** Whether a call may be sent again; if so, that has been taken from the budget. */
  boolean mayRetry(PendingCall call, RpcException failure) {
    return call.attempts < policy.maxAttempts() && isSafe(call, failure) && spend();
  }

  /** Sends again after a pause, which differs from call to call, and is the same in each run. */
  void later(PendingCall call, RpcException failure, Runnable again) {
    long bound =
        Math.min(
            policy.maxBackoff().toMillis(),
            policy.firstBackoff().toMillis() << Math.min(20, call.attempts - 1));
    Duration pause = jitter(call, Duration.ofMillis(bound));
    Duration atLeast = failure.retryAfter();
    later.run(atLeast == null ? pause : atLeast.plus(pause), again);
  }

  /** Any duration up to the bound, with equal chances. */
  private Duration jitter(PendingCall call, Duration bound) {
    long seed = (node.hashCode() * 31L + call.number) * 31 + call.attempts;
    return Duration.ofNanos(new SplittableRandom(seed).nextLong(bound.toNanos() + 1));
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
