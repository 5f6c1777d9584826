package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes and a real Redis between them. */
@CallboxTest
@Timeout(60)
final class RpcNodeTest {

  @Serve static final Arith.Skeleton ARITH = new Arith.Skeleton((a, b) -> a * b);

  @Test
  void callToOneNodeIsAnswered(RpcNode client) {
    assertEquals(56, new Arith.Stub(client.channelTo("server")).multiply(7, 8));
  }

  @Test
  void callToAnyProviderIsAnswered(Arith.Stub stub) {
    assertEquals(56, stub.multiply(7, 8));
  }

  @Test
  void asynchronousCallsAreAnswered(Arith.Stub stub) {
    List<CompletableFuture<Integer>> products = new ArrayList<>();
    for (int factor = 0; factor < 1_000; factor++) {
      products.add(stub.multiplyAsync(factor, 3));
    }
    for (int factor = 0; factor < 1_000; factor++) {
      assertEquals(3 * factor, products.get(factor).join());
    }
  }

  @Test
  void noneOfTenThousandCallsFrom64ThreadsIsLostOrCrossed(Arith.Stub stub) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(64);
    try {
      List<Future<Integer>> products = new ArrayList<>();
      for (int call = 0; call < 10_000; call++) {
        int factor = call;
        products.add(callers.submit(() -> stub.multiply(factor, 7)));
      }
      for (int call = 0; call < 10_000; call++) {
        assertEquals(7 * call, products.get(call).get());
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void idleNodeClosesBeforeItsDrainIsOver(Nodes nodes) {
    nodes.start("brief", builder -> builder.drain(Duration.ofMinutes(5))).close();
  }

  @Test
  void secondCloseDoesNothing(Nodes nodes) {
    RpcNode brief = nodes.start("brief", ARITH);
    brief.close();
    brief.close();
  }
}
