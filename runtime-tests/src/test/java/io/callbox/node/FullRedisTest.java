package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RetryPolicy;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that has used up its memory refuses new calls, and lets go of those it has. */
@CallboxTest
@Timeout(120)
final class FullRedisTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  private final CountDownLatch open = new CountDownLatch(1);
  private RpcNode client;

  @BeforeEach
  void start(Nodes nodes) {
    client = nodes.start("client", node -> node.retries(RetryPolicy.NONE));
    nodes.start(
        "server", node -> node.concurrency(2).lease(LEASE), new Arith.Skeleton(this::multiply));
  }

  @Test
  void newCallsAreRefusedByNameAndServedWhenThereIsRoomAgain(RedisServer redis) {
    open.countDown();
    assertEquals(56, stub().multiply(7, 8));
    redis.fill();
    RpcException refused = assertThrows(RpcException.class, () -> stub().multiply(7, 8));
    assertEquals(StatusCode.RESOURCE_EXHAUSTED, refused.code(), refused::toString);
    assertEquals(Executed.NO, refused.executed());
    assertTrue(refused.toString().contains("maxmemory"), refused::toString);
    redis.unfill();
    Await.until("it is served", () -> stub().multiply(7, 8) == 56);
  }

  @Test
  void waitingRequestsAreServedLongAfterALeaseWouldHaveEnded(
      RedisServer redis, Namespace namespace) {
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      calls.add(stub().multiplyAsync(number, 2));
    }
    String inbox = namespace.inbox("server").key();
    Await.until(
        "they wait, several in one element",
        () -> redis.command("LRANGE", inbox, "0", "-1").split("Arith.multiply", -1).length == 19);
    redis.fill();
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

    Await.latch(open);

    return a * b;
  }
}
