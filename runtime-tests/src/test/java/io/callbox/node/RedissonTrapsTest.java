package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Taking;
import io.callbox.transport.Worker;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The traps of Redisson and Redis that the runtime steps around, one test for each. */
@Timeout(120)
@Tag("drill")
final class RedissonTrapsTest {

  private static final Logger LOG = LoggerFactory.getLogger(RedissonTrapsTest.class);
  private static final CallOptions PATIENT =
      CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(20));

  private final AtomicInteger runs = new AtomicInteger();
  private RedisServer redis;
  private RedisCommands raw;
  private RpcNode server;
  private RpcNode client;
  private int threadsBefore;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    threadsBefore = Thread.getAllStackTraces().size();
    server =
        RpcNode.builder("server")
            .redis(redis.directUri())
            .concurrency(1)
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      runs.incrementAndGet();
                      return a * b;
                    }))
            .start();
    client =
        RpcNode.builder("client").redis(redis.directUri()).timeout(Duration.ofSeconds(5)).start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    raw.close();
    redis.close();
  }

  @Test
  void idleTakesKeepTheirConnections() {
    assertEquals(56, stub(PATIENT).multiply(7, 8));
    Set<String> before = blockedConnections();
    long start = System.nanoTime();
    Await.until("six idle seconds", () -> System.nanoTime() - start > TimeUnit.SECONDS.toNanos(6));
    Set<String> after = connections();
    assertTrue(after.containsAll(before), before + " became " + after);
    assertEquals(56, stub(PATIENT).multiply(7, 8));
  }

  /** Redisson ends a wait that Redis leaves unanswered as if nothing had come. */
  @Test
  void waitThatRedisDidNotEndIsCounted() {
    try (RedissonTransport transport = RedissonTransport.connect(redis.directUri());
        QueueConsumer consumer =
            transport.consume(List.of(new QueueName("waited")), new Worker("worker", "1"))) {
      assertEquals(List.of(), Taking.take(consumer, 1, Duration.ofSeconds(1)));
      assertEquals(0, consumer.unanswered());
      redis.pause();
      Await.until(
          "a wait is given up",
          () -> {
            takeNothing(consumer);
            return consumer.unanswered() > 0;
          });
      redis.resume();
    }
  }

  /**
   * The take in which a wait is given up fails; one that ends before, or begins after, does not.
   */
  private static void takeNothing(QueueConsumer consumer) {
    try {
      assertEquals(List.of(), Taking.take(consumer, 1, Duration.ofSeconds(1)));
    } catch (RpcException givenUp) {
      assertEquals(StatusCode.UNAVAILABLE, givenUp.code());
    }
  }

  @Test
  void idleNodesHaveFewThreadsAndConnections() {
    assertEquals(56, stub(PATIENT).multiply(7, 8));
    int connections = connections().size() - 1; // but for the one that asks
    int threads = Thread.getAllStackTraces().size() - threadsBefore;
    LOG.info("a serving and a calling node: {} connections, {} threads", connections, threads);
    server.close();
    int connectionsOfOne = connections().size() - 1;
    int threadsOfOne = Thread.getAllStackTraces().size() - threadsBefore;
    LOG.info("a calling node: {} connections, {} threads", connectionsOfOne, threadsOfOne);
    assertTrue(connections <= 10, connections + " connections");
    assertTrue(threads <= 36, threads + " threads");
  }

  @Test
  void closeEndsThePopsUnderWay() {
    Set<String> before = blockedConnections();
    server.close();
    Await.until("Redis has noticed", () -> !connections().containsAll(before));
  }

  @Test
  void outageEndsCallsInTimeAndIsRecoveredFrom() {
    assertEquals(56, stub(PATIENT).multiply(7, 8));
    redis.kill();
    Arith.Stub hasty = stub(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(2)));
    RpcException failure = assertThrows(RpcException.class, () -> hasty.multiply(7, 8));
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    redis.revive();
    Await.until("the first answer after the outage", () -> answers(hasty));
    assertEquals(56, stub(PATIENT).multiply(7, 8));
  }

  @Test
  void changeOfRoleIsRecoveredFrom() {
    assertEquals(56, stub(PATIENT).multiply(7, 8));
    raw.call("REPLICAOF", "127.0.0.1", "1");
    Arith.Stub hasty = stub(CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)));
    assertThrows(RpcException.class, () -> hasty.multiply(7, 8));
    raw.call("REPLICAOF", "NO", "ONE");
    Await.until("the first answer as a master again", () -> answers(hasty));
    for (int factor = 0; factor < 100; factor++) {
      assertEquals(3 * factor, stub(PATIENT).multiply(factor, 3));
    }
  }

  @Test
  void killedConnectionsAreRecoveredFrom() {
    List<CompletableFuture<Integer>> products = new ArrayList<>();
    for (int factor = 0; factor < 300; factor++) {
      if (factor % 30 == 0) {
        raw.call("CLIENT", "KILL", "TYPE", "normal");
      }
      products.add(stub(PATIENT).multiplyAsync(factor, 3));
    }
    int answered = 0;
    for (int factor = 0; factor < 300; factor++) {
      answered += rightOrFailed(products.get(factor), 3 * factor) ? 1 : 0;
    }
    LOG.info("{} of 300 calls answered while connections were killed", answered);
    Await.until("the first answer afterwards", () -> answers(stub(PATIENT)));
    assertEquals(56, stub(PATIENT).multiply(7, 8));
  }

  @Test
  void requestIsNotPushedTwiceWhenRedisIsSlow() {
    assertEquals(56, stub(PATIENT).multiply(7, 8));
    raw.call("CLIENT", "PAUSE", "5000", "ALL");
    int before = runs.get();
    CompletableFuture<Integer> call = stub(PATIENT).multiplyAsync(7, 8);
    rightOrFailed(call, 56);
    assertEquals("PONG", raw.text("PING"));
    Await.until("calls are served", () -> answers(stub(PATIENT)));
    assertEquals(0, raw.number("LLEN", "services:Arith"));
    assertTrue(runs.get() <= before + 2, (runs.get() - before - 1) + " runs of one call");
  }

  private Arith.Stub stub(CallOptions options) {
    return new Arith.Stub(client.channelToAny(), options);
  }

  private static boolean answers(Arith.Stub stub) {
    try {
      return stub.multiply(7, 8) == 56;
    } catch (RpcException notYet) {
      return false;
    }
  }

  private static boolean rightOrFailed(CompletableFuture<Integer> call, int expected) {
    try {
      assertEquals(expected, call.join());
      return true;
    } catch (CompletionException failure) {
      assertTrue(failure.getCause() instanceof RpcException, failure.toString());
      return false;
    }
  }

  /** The ids of all connections. */
  private Set<String> connections() {
    return ids(raw.text("CLIENT", "LIST"), "");
  }

  /** The ids of the connections that wait in a pop. */
  private Set<String> blockedConnections() {
    Await.until("two takes", () -> ids(raw.text("CLIENT", "LIST"), "cmd=bl").size() >= 2);
    return ids(raw.text("CLIENT", "LIST"), "cmd=bl");
  }

  private static Set<String> ids(String clients, String which) {
    return clients
        .lines()
        .filter(line -> line.contains(which) && !line.isBlank())
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toSet());
  }
}
