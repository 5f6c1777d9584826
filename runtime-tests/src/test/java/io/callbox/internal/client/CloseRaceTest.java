package io.callbox.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.time.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that start while their node closes: each ends, and soon. */
@Timeout(60)
final class CloseRaceTest {

  private static final int ROUNDS = 30;
  private static final int CALLERS = 4;

  @Test
  void callsThatRaceWithCloseEnd() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (Nodes nodes = Nodes.inMemory()) {
      nodes.start("server", new Arith.Skeleton((a, b) -> a * b));
      for (int round = 0; round < ROUNDS; round++) {
        race(nodes, callers);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void futureOfACallThatEndsAfterItsNodeIsCompleted() throws Exception {
    AdaptiveExecutor callbacks = new AdaptiveExecutor("late", 1);
    callbacks.shutdown();
    CompletableFuture<Integer> told = new CompletableFuture<>();
    callbacks.execute(() -> told.complete(1));
    assertEquals(1, told.get(10, TimeUnit.SECONDS));
  }

  private static void race(Nodes nodes, ExecutorService callers) throws Exception {
    RpcNode node = nodes.start("client");
    Arith.Stub stub = new Arith.Stub(node.channelToAny());
    CountDownLatch started = new CountDownLatch(CALLERS);
    List<Future<?>> ended = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      boolean blocking = caller % 2 == 0;
      ended.add(callers.submit(() -> callUntilRefused(stub, blocking, started)));
    }
    Await.latch(started);
    nodes.stop(node);
    for (Future<?> caller : ended) {
      caller.get(10, TimeUnit.SECONDS);
    }
  }

  private static void callUntilRefused(Arith.Stub stub, boolean blocking, CountDownLatch started) {
    for (int call = 0; ; call++) {
      if (call == 10) {
        started.countDown();
      }
      try {
        assertEquals(56, blocking ? stub.multiply(7, 8) : await(stub));
      } catch (RpcException refused) {
        assertEquals(StatusCode.CANCELLED, refused.code());
        assertTrue(call >= 10, "refused before the node was closed");
        return;
      }
    }
  }

  private static int await(Arith.Stub stub) {
    try {
      return RpcClientTest.get(stub.multiplyAsync(7, 8));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
