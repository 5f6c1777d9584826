package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Load;
import io.callbox.trial.Work;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Redis comes and goes under a client and a server that run on. */
@Timeout(120)
final class RedisOutageTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Giving up asks Redis whether the request still waits, for half a second at most. */
  private static final Duration LONGEST = TIMEOUT.plusSeconds(20);

  private final Map<Integer, Integer> runs = new ConcurrentHashMap<>();
  private RedisServer redis;
  private RpcNode client;
  private RpcNode server;

  @BeforeEach
  void start() {
    redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
    client = RpcNode.builder("client").redis(redis.directUri()).start();
    server = server();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    redis.close();
  }

  private RpcNode server() {
    return RpcNode.builder("server")
        .redis(redis.directUri())
        .lease(Duration.ofSeconds(2))
        .register(
            new Arith.Skeleton(
                (a, b) -> {
                  runs.merge(a, 1, Integer::sum);
                  return a * b;
                }))
        .start();
  }

  @Test
  void requestsQueuedBeforeARestartAreServedAfterIt() {
    server.close();
    CompletableFuture<Integer> call =
        new Arith.Stub(client.channelTo("server").waitForProvider()).multiplyAsync(7, 8);
    Await.until("it waits", () -> redis.command("LLEN", "nodes:server").equals("1"));
    redis.crash();
    server = server();
    assertEquals(56, call.join());
  }

  @Test
  void callsDuringAnOutageFailInTimeAndLaterOnesAreServedAgain() {
    redis.kill();
    long start = System.nanoTime();
    RpcException failure = assertThrows(RpcException.class, () -> multiply(1));
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    assertTrue(System.nanoTime() - start < LONGEST.toNanos(), failure::toString);
    redis.revive();
    awaitAnswer();
  }

  @Test
  void serverAnswersWhatItRanDuringAnOutage() {
    CompletableFuture<Integer> call = slow();
    redis.crash();
    assertEquals(21, call.join());
  }

  private CompletableFuture<Integer> slow() {
    RpcNode slow =
        RpcNode.builder("slow")
            .redis(redis.directUri())
            .register(
                new Arith.Skeleton(
                    (a, b) -> {
                      runs.merge(a, 1, Integer::sum);
                      Work.takes(Duration.ofSeconds(1));
                      return a * b;
                    }))
            .start();
    CompletableFuture<Integer> call = new Arith.Stub(client.channelTo("slow")).multiplyAsync(7, 3);
    Await.until("it runs", () -> runs.containsKey(7));
    return call.whenComplete((product, failure) -> slow.close());
  }

  @Test
  void callsAreServedAgainAfterTheServerWasAReplicaForAWhile() {
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(50);
      redis.command("REPLICAOF", "127.0.0.1", "1");
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      redis.command("REPLICAOF", "NO", "ONE");
      load.awaitRight(200);
      load.end();
      assertSound(load);
    }
  }

  @Test
  void callsAreServedWhileConnectionsAreCutAgainAndAgain() {
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      for (int cut = 0; cut < 20; cut++) {
        redis.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
      }
      load.awaitRight(200);
      load.end();
      assertSound(load);
    }
  }

  private void assertSound(Load load) {
    assertEquals(0, load.wrong());
    assertTrue(load.longest().compareTo(LONGEST) < 0, load::toString);
    assertTrue(runs.values().stream().allMatch(times -> times == 1), "a call ran twice");
  }

  private int multiply(int number) {
    return new Arith.Stub(client.channelToAny(), CallOptions.DEFAULT.withTimeout(TIMEOUT))
        .multiply(number, 3);
  }

  private void awaitAnswer() {
    Await.until(
        "calls are answered again",
        () -> {
          try {
            return multiply(2) == 6;
          } catch (RpcException notYet) {
            return false;
          }
        });
  }
}
