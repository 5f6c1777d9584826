package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is there, on a network that fails and in virtual time. */
@Timeout(60)
final class RegistryTest {

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 6);
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void nodeThatIsCutOffIsGoneWhenItsLeaseEndsAndComesBack() {
    try (Nodes nodes = network.nodes()) {
      RpcNode client = nodes.start("client");
      client.registry().listen(listener());
      nodes.start("server", new LedgerSkeleton(new LedgerBook()));
      Await.until("server is up", () -> heard.contains("up server"));
      network.enable("server", false);
      assertEquals(2, client.registry().nodes().size());
      clock.advance(Duration.ofSeconds(7));
      assertEquals(1, client.registry().nodes().size());
      Await.until("server is down", () -> heard.contains("down server"));
      network.enable("server", true);
      clock.advance(Duration.ofSeconds(4));
      assertEquals(1, client.registry().providersOf("Ledger").size());
    }
  }

  @Test
  void callToANodeThatCrashesFailsLongBeforeItsTimeout() {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LedgerBook slow = LedgerBook.held(running, release);
    try (Nodes nodes = network.nodes()) {
      RpcNode client = nodes.start("client");
      nodes.start("server", new LedgerSkeleton(slow));
      CompletableFuture<Integer> call =
          new LedgerAsyncStub(client.channelTo("server")).withTimeout(Duration.ofHours(1)).enter(1);
      Await.latch(running);
      network.delete("server");
      clock.advance(Duration.ofSeconds(10));
      Await.until("it has failed", call::isDone);
      RpcException failure =
          assertInstanceOf(
              RpcException.class, assertThrows(CompletionException.class, call::join).getCause());
      assertEquals(StatusCode.UNAVAILABLE, failure.code());
      release.countDown();
    }
  }

  @Test
  void nodeThatCrashedStartsAgainAtOnce() {
    try (Nodes nodes = network.nodes()) {
      nodes.start("server", new LedgerSkeleton(new LedgerBook()));
      network.delete("server");
      RpcNode again = nodes.start("server", new LedgerSkeleton(new LedgerBook()));
      assertEquals(1, again.registry().nodes().size());
    }
  }

  private NodeListener listener() {
    return new NodeListener() {
      @Override
      public void up(NodeInfo node) {
        heard.add("up " + node.id());
      }

      @Override
      public void down(NodeInfo node) {
        heard.add("down " + node.id());
      }
    };
  }
}
