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
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of calls whose caller no longer waits, and of requests that Redis is slow to take.
 */
@CallboxTest
@Timeout(60)
final class CallerGivesUpTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final AtomicInteger runs = new AtomicInteger();
  private Nodes nodes;
  private RpcNode client;

  @BeforeEach
  void start(Nodes started) {
    nodes = started;
    nodes.start("server", node -> node.concurrency(1), new Arith.Skeleton(this::multiply));
    client = nodes.start("client", node -> node.timeout(Duration.ofSeconds(20)));
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
    Await.latch(begun);
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
    Await.latch(begun);
    caller.interrupt();
    assertEquals(StatusCode.CANCELLED, failure.join().code());
    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    caller.join();
  }

  @Test
  void waitingRequestIsTakenBackAndKnownNotToHaveRun() throws Exception {
    CompletableFuture<Integer> blocker = stub().multiplyAsync(0, 1);
    Await.latch(begun);
    RpcNode hasty = nodes.start("hasty", node -> node.timeout(Duration.ofMillis(300)));
    RpcException late =
        assertThrows(RpcException.class, () -> new Arith.Stub(hasty.channelToAny()).multiply(2, 3));
    nodes.stop(hasty);
    assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
    assertEquals(Executed.NO, late.executed());
    blocker.cancel(true);
    assertEquals(20, stub().multiply(4, 5));
    assertEquals(2, runs.get());
  }

  @Test
  void requestThatRedisWasSlowToTakeRunsOnce(RedisServer redis) {
    stub().multiply(1, 1);
    redis.pause();
    CompletableFuture<Integer> call = stub().multiplyAsync(2, 3);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5)); // longer than Redisson waits to resend
    redis.resume();
    assertEquals(6, call.join());
    stub().multiply(1, 1);
    assertEquals(3, runs.get());
  }

  @Test
  void fullQueueRefusesAndRetriesHelpOnlyWhileThereIsTime() throws Exception {
    CompletableFuture<Integer> blocker = stub().multiplyAsync(0, 1);
    Await.latch(begun);
    RpcNode bounded =
        nodes.start(
            "bounded",
            node ->
                node.maxQueueLength(1).retries(RetryPolicy.NONE).timeout(Duration.ofSeconds(10)));
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

  private Arith.Stub stub() {
    return new Arith.Stub(client.channelToAny());
  }
}
