package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes failures for requests that did not reach their queues, as far as is known. They name the
 * method of the call, and its id if other programs can find the call by it.
 */
public final class Unsent {

  private Unsent() {}

  /** Makes the failure of a call of a node that is closed. */
  public static RpcException closed(Object call) {
    return new RpcException(StatusCode.CANCELLED, call + ": the node is closed");
  }

  /** Makes the failure of a push. */
  public static RpcException because(Object call, Throwable failure) {
    if (failure instanceof RpcException refused) {
      RpcException.Details details =
          new RpcException.Details(
              refused.code(), refused.executed(), refused.retryable(), null, refused.retryAfter());
      return new RpcException(details, call + ": " + refused.getMessage(), refused);
    }
    String message = call + ": the request could not be sent: " + failure;
    return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message, failure);
  }

  /**
   * Returns a failure for a request of which another copy may be, or may have been, in its queue:
   * it does not say that the request did not run.
   */
  public static RpcException doubted(RpcException failure) {
    if (failure.executed() != Executed.NO) {
      return failure;
    }
    RpcException.Details doubted =
        new RpcException.Details(
            failure.code(), Executed.UNKNOWN, false, failure.type(), failure.retryAfter());
    RpcException.Place place = new RpcException.Place(failure.method(), failure.node());
    return new RpcException(doubted, String.valueOf(failure.getMessage()), failure, place);
  }

  /**
   * Returns the same failure for a request to a node that was there just now: if the node is gone,
   * it has died.
   */
  public static RpcException toOneThatWasThere(RpcException failure) {
    boolean gone = failure.code() == StatusCode.UNAVAILABLE && failure.executed() == Executed.NO;
    return gone
        ? new RpcException(
            StatusCode.WORKER_LOST, Executed.NO, "it was there: " + failure.getMessage(), failure)
        : failure;
  }

  /**
   * Waits for a push.
   *
   * @param call the pushed call
   * @param millis the longest wait
   * @param done a word for the step: "sent"
   */
  public static <T extends @Nullable Object> T await(
      CompletableFuture<T> pushed, Object call, long millis, String done) {
    AdaptiveExecutor.release();
    try {
      return pushed.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw because(call, failure.getCause() == null ? failure : failure.getCause());
    } catch (TimeoutException late) {
      throw within(call, millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      String message = call + ": interrupted while it was " + done;
      throw new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
    }
  }

  /** Makes the failure of a push that has not ended in time. */
  public static RpcException within(Object call, long millis) {
    String message = call + ": Redis did not take the request within " + millis + " ms";
    return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message);
  }
}
