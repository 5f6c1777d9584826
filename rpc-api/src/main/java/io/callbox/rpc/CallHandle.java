package io.callbox.rpc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A durable call: known to Redis before this is handed out, unless it is submitted by a stub's
 * {@code async()}, and still when the process that submitted it is gone. Nothing has to be closed.
 * Safe for use by many threads.
 *
 * <p>What a method below asks of Redis fails with {@link StatusCode#UNAVAILABLE} if Redis is out of
 * reach, and with {@link StatusCode#INVALID_ARGUMENT} if no call of this id is known: it was never
 * submitted, or the time for which its result is kept is over.
 *
 * <pre>{@code
 * CallHandle<Report> call = reports.withId("report-2026-11").build(query);
 * Report report = call.await(Duration.ofHours(1));
 * }</pre>
 *
 * @param <T> the result, boxed; {@code Void} for none
 */
public interface CallHandle<T extends @Nullable Object> {

  /** The call's id. Whoever knows it, and may use its queue, can read the result. */
  String id();

  /**
   * This handle, once Redis knows the call. Is complete already, unless the call was submitted by a
   * stub's {@code async()}; then it completes on a thread of the node's within the node's timeout,
   * or fails as a submission that waits would have. The other methods wait for that first, and fail
   * with it.
   */
  default CompletableFuture<CallHandle<T>> accepted() {
    return CompletableFuture.completedFuture(this);
  }

  /** What is known of the call now. Asks Redis, and waits for the answer. */
  CallStatus status();

  /**
   * Waits for the result. An exception that the method declares is thrown as itself. If the waiting
   * thread is interrupted, the wait ends with {@link StatusCode#CANCELLED} and the thread's
   * interrupt flag is set; the call goes on.
   *
   * @throws RpcException {@code DEADLINE_EXCEEDED} if the call has not ended by then, which does it
   *     no harm; any other code if the call failed, or was cancelled
   */
  T await(Duration timeout);

  /**
   * The result, when there is one. Completes on a thread of the node's, as futures of asynchronous
   * calls do; cancelling it does nothing to the call. Does not throw: what fails, fails the future.
   */
  CompletableFuture<T> result();

  /**
   * Cancels the call, unless it has ended: one that has not begun never runs; the thread of one
   * that runs is interrupted, and what becomes of it is no longer of interest.
   *
   * @return whether the call is cancelled, by this or before
   */
  boolean cancel();
}
