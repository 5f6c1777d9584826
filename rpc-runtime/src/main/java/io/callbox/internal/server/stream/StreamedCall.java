package io.callbox.internal.server.stream;

import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.Request;
import io.callbox.rpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The call whose items a stream sends. The stream sends one message at a time, and ends the call
 * once, from any thread.
 */
public interface StreamedCall {

  /** Returns the id of the node that answers. */
  String node();

  Request request();

  MethodDescriptor<?> method();

  int maxMessageBytes();

  /** Sends a message of the stream. The first acknowledges the request. */
  void send(byte[] message, Runnable sent);

  /** Ends the call with this number of items, at its end or with the failure of its producer. */
  void endStream(long items, @Nullable Throwable failure);

  /** Ends the call with this number of items, with an error of the library. */
  void endStream(long items, ErrorBody error);

  /** Ends the call without a response, but with this error in the statistics. */
  void endSilently(ErrorBody error);
}
