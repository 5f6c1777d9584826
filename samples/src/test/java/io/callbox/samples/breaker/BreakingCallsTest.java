package io.callbox.samples.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.samples.arith.Arith;
import io.callbox.samples.arith.ArithAsyncStub;
import io.callbox.samples.arith.ArithSkeleton;
import io.callbox.samples.arith.ArithStub;
import io.callbox.samples.arith.DivideByZeroException;
import io.callbox.samples.arith.Quotient;
import io.callbox.testkit.redis.RedisServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client behind a circuit breaker, over a real Redis, and a service in trouble. */
final class BreakingCallsTest {

  private static final int WINDOW = 4;
  private static final AtomicInteger RAN = new AtomicInteger();

  private static RedisServer redis;
  private static RpcNode server;
  private static RpcNode client;

  private static final CircuitBreaker BREAKER =
      CircuitBreaker.of(
          "Arith",
          CircuitBreakerConfig.custom()
              .slidingWindowSize(WINDOW)
              .minimumNumberOfCalls(WINDOW)
              .permittedNumberOfCallsInHalfOpenState(1)
              .build());

  @BeforeAll
  static void start() throws Exception {
    redis = RedisServer.start();
    server =
        RpcNode.builder("server").redis(redis.uri()).register(new ArithSkeleton(arith())).start();
    client =
        RpcNode.builder("client")
            .redis(redis.uri())
            .interceptClient(new BreakingCalls(BREAKER).forService("Arith"))
            .start();
  }

  /** Cannot multiply by zero. */
  private static Arith arith() {
    return new Arith() {
      @Override
      public int multiply(int a, int b) {
        RAN.incrementAndGet();
        if (b == 0) {
          throw new RpcException(StatusCode.UNAVAILABLE, "what this needs is away");
        }
        return a * b;
      }

      @Override
      public Quotient divide(int dividend, int divisor) throws DivideByZeroException {
        throw new DivideByZeroException("an answer");
      }
    };
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    redis.close();
  }

  @BeforeEach
  void forget() {
    RAN.set(0);
    BREAKER.reset();
  }

  private static void assertBroken(@Nullable Throwable thrown) {
    RpcException refused = assertInstanceOf(RpcException.class, thrown);
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
    assertEquals(Executed.NO, refused.executed());
    assertEquals("Arith.multiply: circuit breaker 'Arith' is open", refused.getMessage());
  }

  @Test
  void breakerOpensAndCallsFailFastUntilItLetsOneTry() {
    ArithStub arith = new ArithStub(client.channelTo("server"));
    ArithAsyncStub later = new ArithAsyncStub(client.channelTo("server"));
    for (int call = 0; call < WINDOW; call++) {
      assertEquals(State.CLOSED, BREAKER.getState());
      RpcException failed = assertThrows(RpcException.class, () -> arith.multiply(1, 0));
      assertEquals(Executed.YES, failed.executed());
    }
    assertEquals(State.OPEN, BREAKER.getState());
    assertBroken(assertThrows(RpcException.class, () -> arith.multiply(7, 8)));
    assertBroken(assertThrows(CompletionException.class, later.multiply(7, 8)::join).getCause());
    assertEquals(WINDOW, RAN.get());
    BREAKER.transitionToHalfOpenState();
    assertEquals(56, arith.multiply(7, 8));
    assertEquals(State.CLOSED, BREAKER.getState());
  }

  @Test
  void asynchronousFailuresOpenItToo() {
    ArithAsyncStub arith = new ArithAsyncStub(client.channelTo("server"));
    for (int call = 0; call < WINDOW; call++) {
      assertThrows(CompletionException.class, arith.multiply(1, 0)::join);
    }
    assertEquals(State.OPEN, BREAKER.getState());
  }

  @Test
  void declaredExceptionIsAnAnswer() {
    ArithStub arith = new ArithStub(client.channelTo("server"));
    for (int call = 0; call < WINDOW; call++) {
      assertThrows(DivideByZeroException.class, () -> arith.divide(1, 0));
    }
    assertEquals(State.CLOSED, BREAKER.getState());
    assertEquals(WINDOW, BREAKER.getMetrics().getNumberOfSuccessfulCalls());
  }
}
