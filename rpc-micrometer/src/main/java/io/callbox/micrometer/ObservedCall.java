package io.callbox.micrometer;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Outcome;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The observation of one call.
 *
 * @param observation the observation, which has started
 * @param scope makes it current on the thread that began it
 * @param caller what was current before; null for nothing
 */
record ObservedCall(Observation observation, Observation.Scope scope, @Nullable Observation caller)
    implements CallObserver {

  @Override
  public void leave() {
    scope.close();
  }

  @Override
  public void end(Outcome outcome) {
    observation.lowCardinalityKeyValue("status", outcome.statusName());
    Throwable failure = outcome.failure();
    if (outcome.kind() == Outcome.Kind.FAILED && failure != null) {
      observation.error(failure);
    }
    observation.stop();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // whoever resumes closes it
  public CallContext.Scope resume() {
    return caller == null ? CallContext.Scope.NONE : caller.openScope()::close;
  }
}
