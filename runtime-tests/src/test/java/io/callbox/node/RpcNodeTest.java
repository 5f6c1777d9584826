package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testing.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes and a real Redis between them. */
final class RpcNodeTest {

  private static RedisProcess redis;
  private static RpcNode server;
  private static RpcNode client;

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
    server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start();
    client = RpcNode.builder("client").redis(redis.uri()).start();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    redis.close();
  }

  @Test
  void callToOneNodeIsAnswered() {
    assertEquals(56, new Arith.Stub(client.channelTo("server")).multiply(7, 8));
  }

  @Test
  void callToAnyProviderIsAnswered() {
    assertEquals(56, new Arith.Stub(client.channelToAny()).multiply(7, 8));
  }

  @Test
  void asynchronousCallsAreAnswered() {
    Arith.Stub stub = new Arith.Stub(client.channelToAny());
    List<CompletableFuture<Integer>> products = new ArrayList<>();
    for (int factor = 0; factor < 1_000; factor++) {
      products.add(stub.multiplyAsync(factor, 3));
    }
    for (int factor = 0; factor < 1_000; factor++) {
      assertEquals(3 * factor, products.get(factor).join());
    }
  }

  @Test
  void noneOfTenThousandCallsFrom64ThreadsIsLostOrCrossed() throws Exception {
    Arith.Stub stub = new Arith.Stub(client.channelToAny());
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
  void closeReturnsSoon() {
    long start = System.nanoTime();
    RpcNode.builder("brief").redis(redis.uri()).start().close();
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @Test
  void secondCloseDoesNothing() {
    RpcNode brief =
        RpcNode.builder("brief")
            .redis(redis.uri())
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start();
    brief.close();
    long start = System.nanoTime();
    brief.close();
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
  }
}
