package io.callbox.testkit.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker in a process of its own, and what a test may do to it. */
@CallboxTest
@Timeout(120)
final class NodeProcessTest {

  private static final Duration LEASE = Duration.ofMillis(900);

  /** Arguments: where Redis is, and the name of the namespace. */
  public static void main(String[] args) throws InterruptedException {
    RpcNode.builder("worker")
        .redis(args[0])
        .namespace(args[1])
        .lease(LEASE)
        .register(new LedgerSkeleton(new LedgerBook()))
        .start();
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  private static NodeProcess start(RedisServer redis, Namespace namespace) {
    String name = namespace.prefix().replace(":", "");
    return NodeProcess.start(NodeProcessTest.class, redis.uri(), name);
  }

  @Test
  void killedWorkerIsGone(RedisServer redis, Namespace namespace, RpcNode client) {
    try (NodeProcess worker = start(redis, namespace)) {
      LedgerAsyncStub ledger = new LedgerAsyncStub(client.channelTo("worker"));
      assertEquals(7, ledger.enter(7).join());
      worker.kill();
      Await.until("its lease ends", () -> client.registry().nodes().size() == 1);
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> ledger.enter(8).get(30, TimeUnit.SECONDS));
      assertTrue(refused.getCause() instanceof RpcException, refused::toString);
    }
  }

  @Test
  void pausedWorkerAnswersLater(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    try (NodeProcess worker = start(redis, namespace)) {
      LedgerAsyncStub ledger = new LedgerAsyncStub(client.channelTo("worker").waitForProvider());
      worker.pause();
      CompletableFuture<Integer> call = ledger.enter(7);
      assertThrows(TimeoutException.class, () -> call.get(300, TimeUnit.MILLISECONDS));
      worker.resume();
      assertEquals(7, call.get(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void programThatEndsBeforeItIsReadyIsNamed() {
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> NodeProcess.start(Mute.class));
    assertTrue(failure.toString().contains("Mute did not start"), failure::toString);
  }

  /** Has nothing to say. */
  static final class Mute {
    private Mute() {}

    /** Ends at once. */
    public static void main(String[] args) {}
  }
}
