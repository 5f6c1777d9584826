package io.callbox.internal.client.request;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;

/**
 * Writes requests, and refuses those that cannot be written or are too large.
 *
 * @param maxMessageBytes the maximum size of a request
 */
record RequestEncoding(int maxMessageBytes) {

  /** Writes a request. */
  @FunctionalInterface
  interface Encoder {

    byte[] encode() throws IOException;
  }

  /**
   * Returns a request of a method.
   *
   * @throws RpcException if the arguments cannot be encoded, or are too large
   */
  byte[] of(String method, Encoder encoder) {
    byte[] request;
    try {
      request = encoder.encode();
    } catch (IOException | RuntimeException failure) {
      throw failed(method, failure);
    }
    if (request.length > maxMessageBytes) {
      throw tooLarge(method, request.length);
    }
    return request;
  }

  /** Makes the failure of a request that cannot be written. */
  static RpcException failed(String method, Exception failure) {
    return new RpcException(
        StatusCode.INVALID_ARGUMENT,
        Executed.NO,
        method + ": the arguments cannot be encoded: " + failure.getMessage(),
        failure);
  }

  /** Makes the failure of a request that is longer than any may be. */
  RpcException tooLarge(String method, int length) {
    return new RpcException(
        StatusCode.RESOURCE_EXHAUSTED,
        method
            + (": the request has " + length + " bytes, at most ")
            + (maxMessageBytes + " are allowed"));
  }
}
