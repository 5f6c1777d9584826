package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;

/** The decision on a request. */
sealed interface Admission {

  /** A refusal with this answer. */
  record Refused(Answer answer) implements Admission {}

  /**
   * The admission of a request: the server may read its body, and must call {@link Front#answer}
   * exactly once.
   */
  record Admitted(Endpoint endpoint, RequestHead head, Caller caller) implements Admission {}
}
