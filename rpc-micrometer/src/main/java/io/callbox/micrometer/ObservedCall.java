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
 * @param around the observation for threads that continue the call: on a client, that of its
 *     caller, or null for none; on a server, the observation itself
 */
record ObservedCall(Observation observation, Observation.Scope scope, @Nullable Observation around)
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
  @SuppressWarnings("MustBeClosedChecker") // the code that resumes closes it
  public CallContext.Scope resume() {
    return around == null ? CallContext.Scope.NONE : around.openScope()::close;
  }
}
