package io.callbox.validation;

import io.callbox.rpc.StatusCode;

/**
 * Reports that a call must not run. It never leaves this package, so it means that the
 * implementation has not run.
 */
final class RejectedCall extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final StatusCode code;

  RejectedCall(StatusCode code, String problem) {
    super(problem, null, false, false);
    this.code = code;
  }

  StatusCode code() {
    return code;
  }
}
