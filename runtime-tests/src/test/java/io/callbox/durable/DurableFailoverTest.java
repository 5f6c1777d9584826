package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.annotation.Sync;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The master of Redis dies, and its replica takes its place: what a replica had is not lost. The
 * drill at full length is {@code faults --only durable-failover}.
 */
@Timeout(90)
@Tag("drill")
final class DurableFailoverTest {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int CALLS = 200;

  @Test
  void callsThatAReplicaHadEndThoughTheMasterDies() {
    try (RedisSentinel redis = RedisSentinel.start();
        RpcNode client = redis.reachedBy(RpcNode.builder("client")).start()) {
      Jobs.Stub jobs = new Jobs.Stub(client.channelToAny()).withSync(Sync.REPLICAS);
      List<CallHandle<Integer>> calls = new ArrayList<>();
      for (int number = 0; number < CALLS; number++) {
        calls.add(jobs.async().withId("call-" + number).again(number, 0));
      }
      calls.forEach(call -> call.accepted().join());
      redis.failOver();
      try (RpcNode worker =
          redis
              .reachedBy(RpcNode.builder("worker"))
              .register(new Jobs.Skeleton((method, number, millis) -> 2 * number))
              .start()) {
        Jobs.Stub elsewhere = new Jobs.Stub(worker.channelToAny());
        Await.until("Redis answers again", () -> isKnown(calls.get(0)));
        for (int number = 0; number < CALLS; number++) {
          assertEquals(2 * number, elsewhere.attach(Jobs.AGAIN, "call-" + number).await(WAIT));
        }
        assertEquals(0, calls.get(0).await(WAIT), "the handle from before knows it, too");
      }
    }
  }

  private static boolean isKnown(CallHandle<Integer> call) {
    try {
      return call.status().attempts() >= 0;
    } catch (RpcException notYet) {
      return false;
    }
  }
}
