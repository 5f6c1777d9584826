package io.callbox.internal.client.channel;

import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Arguments that are written once for several requests, on the caller's thread. */
final class WrittenParams {

  private WrittenParams() {}

  /**
   * Returns a writer of arguments that are already written.
   *
   * @throws RpcException {@code INVALID_ARGUMENT} if the arguments cannot be encoded
   */
  static ParamsWriter of(MethodDescriptor<?> method, ParamsWriter params) {
    String json;
    try {
      json = new String(EnvelopeWriter.params(params), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException failure) {
      String message = method + ": the arguments cannot be encoded: " + failure.getMessage();
      throw new RpcException(StatusCode.INVALID_ARGUMENT, Executed.NO, message, failure);
    }
    return out -> out.writeRawValue(json);
  }
}
