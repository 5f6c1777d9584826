package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testing.Await;
import io.callbox.testing.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that has used up its memory refuses new calls, and lets go of those it has. */
@Timeout(120)
final class FullRedisTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  private final CountDownLatch open = new CountDownLatch(1);
  private RedisProcess redis;
  private RpcNode client;
  private RpcNode server;

  @BeforeEach
  void start() {
    redis = RedisProcess.start();
    client = RpcNode.builder("client").redis(redis.uri()).retries(RetryPolicy.NONE).start();
    server =
        RpcNode.builder("server")
            .redis(redis.uri())
            .concurrency(2)
            .lease(LEASE)
            .register(new Arith.Skeleton(this::multiply))
            .start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    redis.close();
  }

  @Test
  void newCallsAreRefusedByNameAndServedWhenThereIsRoomAgain() {
    open.countDown();
    assertEquals(56, stub().multiply(7, 8));
    redis.command("CONFIG", "SET", "maxmemory", "1");
    RpcException refused = assertThrows(RpcException.class, () -> stub().multiply(7, 8));
    assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code(), refused::toString);
    assertEquals(Executed.NO, refused.executed());
    assertTrue(refused.toString().contains("maxmemory"), refused::toString);
    redis.command("CONFIG", "SET", "maxmemory", "0");
    Await.until("it is served", () -> stub().multiply(7, 8) == 56);
  }

  @Test
  void whatWaitsIsServedAndAnsweredLongAfterALeaseWouldHaveEnded() {
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      calls.add(stub().multiplyAsync(number, 2));
    }
    Await.until("they wait", () -> redis.command("LLEN", "nodes:server").equals("18"));
    redis.command("CONFIG", "SET", "maxmemory", "1");
    LockSupport.parkNanos(LEASE.multipliedBy(3).toNanos());
    assertTrue(client.registry().node("server").isPresent());
    open.countDown();
    for (int number = 0; number < 20; number++) {
      assertEquals(number * 2, calls.get(number).join());
    }
  }

  private Arith.Stub stub() {
    return new Arith.Stub(client.channelTo("server"));
  }

  private int multiply(int a, int b) {
    try {
      open.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return a * b;
  }
}
