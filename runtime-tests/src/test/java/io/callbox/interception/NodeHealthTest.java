package io.callbox.interception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.NodeFigures;
import io.callbox.node.NodeHealth;
import io.callbox.node.RpcNode;
import io.callbox.testing.RedisProcess;
import io.callbox.testing.Talk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How a node says that it is, through an outage and up to its end. */
final class NodeHealthTest {

  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void nodeIsNotReadyWithoutItsRedisAndRecovers() {
    try (RedisProcess redis = RedisProcess.start()) {
      RpcNode node =
          RpcNode.builder("node").redis(redis.uri()).register(new Talk.Skeleton(this::say)).start();
      await(() -> node.health().ready());
      redis.kill();
      await(() -> !node.health().ready());
      assertTrue(node.health().alive());
      assertFalse(node.health().problems().isEmpty());
      redis.restart();
      await(() -> node.health().ready());
      node.close();
      assertEquals("the node is closed", node.health().problems().get(0));
      assertFalse(node.health().alive());
    }
  }

  @Test
  void figuresTellWhatIsUnderWay() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        RpcNode server =
            RpcNode.builder("server")
                .redis(redis.uri())
                .register(new Talk.Skeleton(this::say))
                .start();
        RpcNode client = RpcNode.builder("client").redis(redis.uri()).start()) {
      CompletableFuture<String> said = new Talk.Stub(client.channelTo("server")).sayAsync("x");
      assertTrue(running.await(10, TimeUnit.SECONDS));
      assertEquals(new NodeFigures(1, 0, 0, 0, 0, 0, 0), withoutCommands(client.figures()));
      assertEquals(new NodeFigures(0, 0, 1, 0, 0, 0, 0), withoutCommands(server.figures()));
      assertTrue(server.figures().commandsSent() > 0);
      said.cancel(false);
      goOn.countDown();
      await(() -> server.figures().requestsInHand() == 0);
      assertEquals(0, client.figures().waitingCalls());
      NodeHealth health = client.health();
      assertTrue(health.ready(), health::toString);
    }
  }

  private static NodeFigures withoutCommands(NodeFigures figures) {
    return new NodeFigures(
        figures.waitingCalls(),
        figures.lateReplies(),
        figures.requestsInHand(),
        figures.expired(),
        figures.redelivered(),
        figures.givenUp(),
        0);
  }

  private String say(String line) {
    running.countDown();
    try {
      assertTrue(goOn.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return line;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited too long");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
