package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that has stopped serving, but not calling. */
@CallboxTest
@Timeout(60)
final class DrainTest {

  private static final Arith.Skeleton PRODUCT = new Arith.Skeleton((a, b) -> a * b);

  @Test
  void drainedNodeStillCalls(Nodes nodes) {
    nodes.start("drain-other", PRODUCT);
    RpcNode drained = nodes.start("drain-1", PRODUCT);
    drained.drain();
    assertEquals(56, new Arith.Stub(drained.channelTo("drain-other")).multiply(7, 8));
    assertEquals(56, new Arith.Stub(drained.channelToAny()).multiply(7, 8));
  }

  @Test
  void drainedNodeTakesNoMoreAndSaysSo(Nodes nodes) {
    RpcNode drained = nodes.start("drain-2", PRODUCT);
    drained.drain();
    Arith.Stub stub = new Arith.Stub(nodes.client().channelTo("drain-2"));
    RpcException refused = assertThrows(RpcException.class, () -> stub.multiply(7, 8));
    assertEquals(StatusCode.UNAVAILABLE, refused.code());
    assertFalse(drained.health().ready());
  }

  @Test
  void requestThatRunsIsAnsweredAndItsNestedCallToo(Nodes nodes) throws Exception {
    nodes.start("drain-nested", PRODUCT);
    RpcNode caller = nodes.client();
    Arith.Stub nested = new Arith.Stub(caller.channelTo("drain-nested"));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    Arith.Skeleton slow =
        new Arith.Skeleton(
            (a, b) -> {
              running.countDown();
              await(left);
              return nested.multiply(a, b);
            });
    RpcNode server = nodes.start("drain-3", slow);
    CompletableFuture<Integer> call =
        new Arith.Stub(caller.channelTo("drain-3")).multiplyAsync(7, 8);
    assertTrue(running.await(20, TimeUnit.SECONDS));
    CompletableFuture<Void> drain = CompletableFuture.runAsync(server::drain);
    left.countDown();
    assertEquals(56, call.get(20, TimeUnit.SECONDS));
    drain.get(20, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
