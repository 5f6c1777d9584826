package io.callbox.validation;

import io.callbox.rpc.StatusCode;

/** A call must not run. Never leaves this package, so it says that nothing has. */
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
