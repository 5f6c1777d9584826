package io.callbox.rpc;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A handle of a durable call. Redis has the call before the handle is returned, unless a stub's
 * {@code async()} submits it, and keeps it after the submitting process has ended. Nothing needs
 * closing. Safe for use by many threads.
 *
 * <p>The methods fail with {@link StatusCode#UNAVAILABLE} if Redis cannot be reached, and with
 * {@link StatusCode#INVALID_ARGUMENT} if no call with this id is known: it was never submitted, or
 * its result is no longer kept.
 *
 * <pre>{@code
 * CallHandle<Report> call = reports.withId("report-2026-11").build(query);
 * Report report = call.await(Duration.ofHours(1));
 * }</pre>
 *
 * @param <T> the result, boxed; {@code Void} for none
 */
public interface CallHandle<T extends @Nullable Object> {

  /** The call's id. A program that knows it and may use the queue can read the result. */
  String id();

  /**
   * This handle, once Redis has the call. The future is complete at once, unless a stub's {@code
   * async()} submitted the call; then it completes on a thread of the node within the node's
   * timeout, or fails as a blocking submission would. The other methods wait for this first, and
   * fail with it.
   */
  default CompletableFuture<CallHandle<T>> accepted() {
    return CompletableFuture.completedFuture(this);
  }

  /** The current status of the call. Asks Redis, and waits for the answer. */
  CallStatus status();

  /**
   * Waits for the result. Throws the exceptions that the method declares. If the waiting thread is
   * interrupted, the wait ends with {@link StatusCode#CANCELLED} and the thread's interrupt flag is
   * set; the call continues.
   *
   * @throws RpcException {@code DEADLINE_EXCEEDED} if the call has not ended within this time,
   *     which does not affect the call; any other code if the call failed or was cancelled
   */
  T await(Duration timeout);

  /**
   * A future of the result. It completes on a thread of the node, as futures of asynchronous calls
   * do. Cancelling it does not affect the call. Does not throw; every failure completes the future.
   */
  CompletableFuture<T> result();

  /**
   * Cancels the call, unless it has ended. A call that has not begun never runs. If it runs, its
   * thread is interrupted and its result is dropped.
   *
   * @return whether the call is cancelled, by this method or before
   */
  boolean cancel();
}
