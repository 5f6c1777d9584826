package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several providers of one schedule move what is due, each call once. */
@Timeout(60)
final class DueOnTimeTest {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int CALLS = 500;

  private final ConcurrentMap<Integer, Integer> runs = new ConcurrentHashMap<>();

  @Test
  void eachOfTheCallsThatAreDueTogetherRunsOnce() {
    try (RedisServer redis = RedisServer.start();
        RpcNode first = worker(redis, "first");
        RpcNode second = worker(redis, "second");
        RpcNode client = RpcNode.builder("client").redis(redis.directUri()).start()) {
      assertEquals(List.of("first", "second"), List.of(first.id(), second.id()));
      Jobs.Stub jobs = new Jobs.Stub(client.channelToAny());
      Instant start = Instant.now().plusMillis(1_500);
      List<CallHandle<Integer>> calls = new ArrayList<>();
      for (int number = 0; number < CALLS; number++) {
        calls.add(jobs.at(start.plusMillis(number)).once(number, 0));
      }
      for (int number = 0; number < CALLS; number++) {
        assertEquals(number, calls.get(number).await(WAIT));
        var times = calls.get(number).status().times();
        Instant due = times.due();
        if (due != null) { // else this machine was slow, and submitted it after its time
          Instant started = Objects.requireNonNull(times.started());
          assertFalse(started.isBefore(due), () -> "early: " + times);
        }
      }
      assertEquals(CALLS, runs.size());
      assertTrue(runs.values().stream().allMatch(times -> times == 1));
    }
  }

  @Test
  void scheduleThatRedisRefusesKeepsNoOtherWaiting() {
    try (RedisServer redis = RedisServer.start();
        RpcNode worker = worker(redis, "worker");
        RpcNode client = RpcNode.builder("client").redis(redis.directUri()).start()) {
      redis.command("SET", Namespace.NONE.service("Jobs").later().key(), "no schedule");
      Jobs.Stub jobs = new Jobs.Stub(client.channelTo(worker.id()));
      CallHandle<Integer> call = jobs.at(Instant.now().plusMillis(100)).once(7, 0);
      assertEquals(7, call.await(WAIT));
    }
  }

  private RpcNode worker(RedisServer redis, String id) {
    return RpcNode.builder(id)
        .redis(redis.directUri())
        .register(
            new Jobs.Skeleton(
                (method, number, millis) -> {
                  runs.merge(number, 1, Integer::sum);
                  return number;
                }))
        .start();
  }
}
