package io.callbox.internal.wire;

import io.callbox.rpc.StatusCode;
import java.io.IOException;

/** A message that is JSON, but neither a request nor a response. */
public final class MalformedMessageException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the problem of the message. */
  public MalformedMessageException(String message) {
    super(message);
  }

  /** Returns the status of a failure to read a message. */
  public static StatusCode statusOf(IOException unreadable) {
    return unreadable instanceof MalformedMessageException
        ? StatusCode.INVALID_REQUEST
        : StatusCode.PARSE_ERROR;
  }
}
