package io.callbox.samples.breaker;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Outcome;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Set;

/**
 * Lets calls pass as long as a breaker of Resilience4j's does, and tells it how they ended. What it
 * stops is refused at once, and has not run. Safe for use by many threads.
 *
 * <pre>{@code builder.interceptClient(new BreakingCalls(breaker).forService("Arith")); }</pre>
 *
 * @param breaker decides how many failures are too many, and for how long
 */
public record BreakingCalls(CircuitBreaker breaker) implements Interceptor {

  /**
   * The codes that say that a service is in trouble. All others are an answer, or the caller's own
   * fault.
   */
  private static final Set<StatusCode> TROUBLE =
      Set.of(
          StatusCode.UNAVAILABLE,
          StatusCode.DEADLINE_EXCEEDED,
          StatusCode.WORKER_LOST,
          StatusCode.RESOURCE_EXHAUSTED,
          StatusCode.INTERNAL);

  @Override
  public CallObserver begin(InterceptedCall call) {
    if (!breaker.tryAcquirePermission()) {
      throw new RpcException(
          StatusCode.UNAVAILABLE,
          call.method() + ": circuit breaker '" + breaker.getName() + "' is open");
    }
    long start = breaker.getCurrentTimestamp();
    return CallObserver.atEnd(outcome -> tell(outcome, breaker.getCurrentTimestamp() - start));
  }

  private void tell(Outcome outcome, long duration) {
    Throwable failure = outcome.failure();
    if (failure != null && outcome.status() != null && TROUBLE.contains(outcome.status())) {
      breaker.onError(duration, breaker.getTimestampUnit(), failure);
    } else {
      breaker.onSuccess(duration, breaker.getTimestampUnit());
    }
  }
}
