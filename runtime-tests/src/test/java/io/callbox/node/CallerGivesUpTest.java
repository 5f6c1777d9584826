package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.RedisProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of calls whose caller no longer waits, and of requests that Redis is slow to take.
 */
@Timeout(60)
final class CallerGivesUpTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AtomicInteger runs = new AtomicInteger();
  private RedisProcess redis;
  private RpcNode server;
  private RpcNode client;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .concurrency(1)
            .register(new Arith.Skeleton(this::multiply))
            .start();
    client = RpcNode.builder("client").redis(redis.uri()).timeout(Duration.ofSeconds(20)).start();
  }

  @AfterEach
  void stop() {
    redis.thaw();
    client.close();
    server.close();
    redis.close();
  }

  /** A left factor of 0 waits until it is interrupted. */
  private int multiply(int a, int b) {
    runs.incrementAndGet();
    if (a != 0) {
      return a * b;
    }
    CallContext call = CallContext.current();
    begun.countDown();
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park(this);
    }
    if (call != null && call.isCancelled()) {
      interrupted.countDown();
    }
    return 0;
  }

  @Test
  void cancellingReachesTheRunningImplementation() throws Exception {
    CompletableFuture<Integer> call = stub().multiplyAsync(0, 1);
    begun.await();
    assertTrue(call.cancel(true));
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    assertEquals(6, stub().multiply(2, 3));
  }

  @Test
  void interruptingTheCallerReachesTheRunningImplementation() throws Exception {
    CompletableFuture<RpcException> failure = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> failure.complete(assertThrows(RpcException.class, () -> stub().multiply(0, 1))));
    caller.start();
    begun.await();
    caller.interrupt();
    assertEquals(StatusCode.CANCELLED, failure.join().code());
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    caller.join();
  }

  @Test
  void waitingRequestIsTakenBackAndKnownNotToHaveRun() throws Exception {
    CompletableFuture<Integer> blocker = stub().multiplyAsync(0, 1);
    begun.await();
    RpcNode hasty =
        RpcNode.builder("hasty").redis(redis.uri()).timeout(Duration.ofMillis(300)).start();
    RpcException late =
        assertThrows(RpcException.class, () -> new Arith.Stub(hasty.channelToAny()).multiply(2, 3));
    hasty.close();
    assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
    assertEquals(Executed.NO, late.executed());
    blocker.cancel(true);
    assertEquals(20, stub().multiply(4, 5));
    assertEquals(2, runs.get());
  }

  @Test
  void requestThatRedisWasSlowToTakeRunsOnce() {
    stub().multiply(1, 1);
    redis.freeze();
    CompletableFuture<Integer> call = stub().multiplyAsync(2, 3);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5)); // longer than Redisson waits to resend
    redis.thaw();
    assertEquals(6, call.join());
    stub().multiply(1, 1);
    assertEquals(3, runs.get());
  }

  @Test
  void fullQueueRefusesAndRetriesHelpOnlyWhileThereIsTime() throws Exception {
    CompletableFuture<Integer> blocker = stub().multiplyAsync(0, 1);
    begun.await();
    try (RpcNode bounded =
        RpcNode.builder("bounded")
            .redis(redis.uri())
            .maxQueueLength(1)
            .retries(RetryPolicy.NONE)
            .timeout(Duration.ofSeconds(10))
            .start()) {
      Arith.Stub stub = new Arith.Stub(bounded.channelToAny());
      CompletableFuture<Integer> waiting = stub.multiplyAsync(2, 3);
      CompletableFuture<Integer> refused = stub.multiplyAsync(4, 5);
      CompletionException failure = assertThrows(CompletionException.class, refused::join);
      RpcException full = assertInstanceOf(RpcException.class, failure.getCause());
      assertEquals(StatusCode.RESOURCE_EXHAUSTED, full.code());
      assertEquals(Executed.NO, full.executed());
      assertTrue(full.retryable());
      assertFalse(waiting.isDone());
      blocker.cancel(true);
      assertEquals(6, waiting.join());
    }
  }

  private Arith.Stub stub() {
    return new Arith.Stub(client.channelToAny());
  }
}
