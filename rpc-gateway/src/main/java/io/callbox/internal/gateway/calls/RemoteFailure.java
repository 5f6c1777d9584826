package io.callbox.internal.gateway.calls;

import org.jspecify.annotations.Nullable;

/** An exception that a method declares, in the form of the message. Immutable. */
public final class RemoteFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final String details;

  RemoteFailure(String type, @Nullable String message, String details) {
    super(message, null, false, false);
    this.type = type;
    this.details = details;
  }

  /** Its id on the wire. */
  public String type() {
    return type;
  }

  /** Its fields, as a JSON object. */
  public String details() {
    return details;
  }
}
