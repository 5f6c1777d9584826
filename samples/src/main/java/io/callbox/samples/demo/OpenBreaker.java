package io.callbox.samples.demo;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.breaker.BreakingCalls;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/** After some failures, a circuit breaker lets nobody try any more. */
final class OpenBreaker implements Step {

  private static final String NODE = "node-9";
  private static final int FAILURES = 3;

  private static final Interceptor BREAKER =
      new BreakingCalls(
          CircuitBreaker.of(
              NODE,
              CircuitBreakerConfig.custom()
                  .slidingWindowSize(FAILURES)
                  .minimumNumberOfCalls(FAILURES)
                  .build()));

  /** Stands in the way of calls to this step's node only. */
  static final Interceptor BREAKING =
      call -> NODE.equals(call.peer()) ? BREAKER.begin(call) : CallObserver.NONE;

  @Override
  public String title() {
    return "a circuit breaker";
  }

  @Override
  public String show(Stage stage) {
    for (int call = 0; call < FAILURES; call++) {
      failure(stage);
    }
    String message = failure(stage);
    Stage.expect(message.endsWith("is open"), "an open breaker, got " + message);
    return "after " + FAILURES + " calls to " + NODE + ", which nobody has started: " + message;
  }

  private static String failure(Stage stage) {
    try {
      throw new IllegalStateException("6 x 7 is " + new ArithStub(stage.to(NODE)).multiply(6, 7));
    } catch (RpcException failed) {
      Stage.expect(failed.code() == StatusCode.UNAVAILABLE, "UNAVAILABLE, got " + failed);
      return String.valueOf(failed.getMessage());
    }
  }
}
