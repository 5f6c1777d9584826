package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.testing.Arith;
import io.callbox.testing.Await;
import io.callbox.testing.RedisProcess;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a node, and what it has done for those that died. */
@Timeout(60)
final class QueueFiguresTest {

  private final CountDownLatch goOn = new CountDownLatch(1);
  private RedisProcess redis;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void lengthAndAgeOfQueuesAreKnown() {
    RedissonTransport transport = RedissonTransport.connect(redis.uri());
    assertLengthAndAge(transport);
    transport.close();
  }

  @Test
  void theyAreKnownInMemoryToo() {
    assertLengthAndAge(new InMemoryTransport());
  }

  private void assertLengthAndAge(Transport transport) {
    try (RpcNode client = RpcNode.builder("client").transport(transport).start();
        RpcNode server =
            RpcNode.builder("server")
                .transport(transport)
                .concurrency(1)
                .register(new Arith.Skeleton(this::blocked))
                .start()) {
      assertEquals(List.of(), client.queues());
      assertEquals(new QueueFigures("services:Arith", 0, Duration.ZERO), service(server));
      List<CompletableFuture<Integer>> calls = new ArrayList<>();
      calls.add(new Arith.Stub(client.channelToAny()).multiplyAsync(0, 1));
      Await.until("one runs", () -> server.figures().requestsInHand() == 1);
      for (int call = 1; call <= 3; call++) {
        calls.add(new Arith.Stub(client.channelToAny()).multiplyAsync(call, 1));
      }
      Await.until("three wait", () -> service(server).length() == 3);
      Await.until("for a while", () -> service(server).oldest().toMillis() > 50);
      assertTrue(service(server).oldest().toSeconds() < 30);
      goOn.countDown();
      calls.forEach(CompletableFuture::join);
      assertEquals(0, service(server).length());
    }
  }

  @Test
  void whatDeadWorkersLeaveIsCounted() {
    try (RpcNode server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .lease(Duration.ofMillis(600))
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start()) {
      redis.command(
          "LPUSH",
          "{services:Arith}:taken:dead:1",
          "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
      redis.command("ZADD", "{services:Arith}:providers", "1", "dead:1");
      Await.until("it is given up", () -> server.figures().givenUp() == 1);
      assertEquals(0, server.figures().redelivered());
    }
  }

  @Test
  void withoutRedisNothingIsKnown() {
    RpcNode server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start();
    redis.kill();
    assertThrows(RpcException.class, server::queues);
    redis.restart();
    server.close();
  }

  private static QueueFigures service(RpcNode server) {
    return server.queues().stream()
        .filter(queue -> queue.queue().equals("services:Arith"))
        .findFirst()
        .orElseThrow();
  }

  private int blocked(int a, int b) {
    Await.latch(goOn);
    return a * b;
  }
}
