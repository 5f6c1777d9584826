package io.callbox.internal.gateway.http;

import java.io.IOException;

/** Reports that the body of a request is longer than the gateway reads. */
final class BodyTooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLongException(int most) {
    super("the body has more than " + most + " bytes");
  }
}
