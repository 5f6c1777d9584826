package io.callbox.internal.client;

import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;

/** Failures of requests that did not get into their queues, as far as is known. */
final class Unsent {

  private Unsent() {}

  /** The push of a request failed. */
  static RpcException because(MethodDescriptor<?> method, Throwable failure) {
    if (failure instanceof RpcException refused) {
      RpcException.Details details =
          new RpcException.Details(
              refused.code(), refused.executed(), refused.retryable(), null, refused.retryAfter());
      return new RpcException(details, method + ": " + refused.getMessage(), refused);
    }
    String message = method + ": the request could not be sent: " + failure;
    return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message, failure);
  }

  /**
   * The same failure, of a request to a node that was there just now: if it is gone, it has died.
   */
  static RpcException toOneThatWasThere(RpcException failure) {
    boolean gone = failure.code() == StatusCode.UNAVAILABLE && failure.executed() == Executed.NO;
    return gone
        ? new RpcException(
            StatusCode.WORKER_LOST, Executed.NO, "it was there: " + failure.getMessage(), failure)
        : failure;
  }

  /** The push of a request has not ended in time. */
  static RpcException within(MethodDescriptor<?> method, long millis) {
    String message = method + ": Redis did not take the request within " + millis + " ms";
    return new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, message);
  }
}
