package io.callbox.internal.client.call;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Decides whether a request that could not be sent is sent again, and when. Safe for use by many
 * threads.
 */
public final class Retries {

  /** The unit of the budget: thousandths of a retry. */
  private static final int ONE = 1_000;

  /** The budget of a client that has been idle. */
  private static final int MAX_SAVED = 10 * ONE;

  private final String node;
  private final RetryPolicy policy;

  /** The budget that each call adds. */
  private final long earned;

  private final LongSupplier calls;
  private final TaskScheduler later;

  /** The monitor guards the budget: calls whose pushes fail together must not spend it twice. */
  @GuardedBy("this")
  private long saved = MAX_SAVED;

  /** The number of calls that have added their share of a retry to the budget. */
  @GuardedBy("this")
  private long counted;

  /**
   * Creates the retries of one node's calls.
   *
   * @param calls returns the number of calls so far; used only when a call fails
   */
  public Retries(ClientSettings settings, LongSupplier calls, TaskScheduler later) {
    this.node = settings.node();
    this.policy = settings.retries();
    this.earned = Math.round(policy.budget() * ONE);
    this.calls = calls;
    this.later = later;
  }

  /** Returns whether a call may be sent again; if so, takes a retry from the budget. */
  boolean mayRetry(PendingCall call, RpcException failure) {
    return call.attempts < policy.maxAttempts() && isSafe(call, failure) && spend();
  }

  /**
   * Sends a request again after a pause, which differs between calls, but is the same in each run.
   */
  void later(PendingCall call, RpcException failure, Runnable again) {
    long bound =
        Math.min(
            policy.maxBackoff().toMillis(),
            policy.firstBackoff().toMillis() << Math.min(20, call.attempts - 1));
    Duration pause = jitter(call, Duration.ofMillis(bound));
    Duration atLeast = failure.retryAfter();
    later.run(atLeast == null ? pause : atLeast.plus(pause), again);
  }

  /** Returns a duration up to the bound, evenly distributed. */
  private Duration jitter(PendingCall call, Duration bound) {
    long seed = (node.hashCode() * 31L + call.number) * 31 + call.attempts;
    return Duration.ofNanos(new SplittableRandom(seed).nextLong(bound.toNanos() + 1));
  }

  /**
   * Returns whether a failure allows a retry. A call without a provider is not retried: it fails at
   * once.
   */
  private static boolean isSafe(PendingCall call, RpcException failure) {
    return switch (failure.code()) {
      case RESOURCE_EXHAUSTED -> failure.executed() == Executed.NO && failure.retryable();
      case UNAVAILABLE -> failure.executed() == Executed.UNKNOWN && call.method.idempotent();
      default -> false;
    };
  }

  private synchronized boolean spend() {
    long now = calls.getAsLong();
    saved = Math.min(MAX_SAVED, saved + (now - counted) * earned);
    counted = now;
    boolean enough = saved >= ONE;
    saved -= enough ? ONE : 0;
    return enough;
  }
}
