package io.callbox.opentelemetry;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Outcome;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The span of one call.
 *
 * @param span the span
 * @param scope makes it current on the thread that began it
 * @param around the context for threads that continue the call: on a client, that of its caller; on
 *     a server, that of the span
 * @param conventions the names of the span's attributes
 */
record TracedCall(Span span, Scope scope, Context around, Conventions conventions)
    implements CallObserver {

  @Override
  public void leave() {
    scope.close();
  }

  @Override
  public void end(Outcome outcome) {
    span.setAttribute(CallAttributes.STATUS, outcome.statusName());
    span.setAllAttributes(conventions.after(outcome));
    CallTimes times = outcome.times();
    if (times != null) {
      span.setAttribute(CallAttributes.QUEUED, times.queued().toMillis());
      span.setAttribute(CallAttributes.RAN, times.ranMicros());
    }
    Throwable failure = outcome.failure();
    if (failure != null) {
      span.recordException(failure);
    }
    if (outcome.kind() == Outcome.Kind.FAILED) {
      String message = failure == null ? null : failure.getMessage();
      span.setStatus(StatusCode.ERROR, message == null ? outcome.statusName() : message);
    }
    span.end();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the code that resumes closes it
  public CallContext.Scope resume() {
    return around.makeCurrent()::close;
  }
}
