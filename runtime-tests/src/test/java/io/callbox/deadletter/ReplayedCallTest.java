package io.callbox.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Tasks;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request whose worker died, from its death until it has run. */
@Timeout(60)
final class ReplayedCallTest {

  private static final String REQUEST =
      "{\"jsonrpc\":\"2.0\",\"id\":\"c\",\"method\":\"Tasks.once\",\"from\":\"gone\","
          + "\"replyTo\":\"replies:gone:c\",\"deadline\":99999999999999,\"params\":[7,0]}";

  private final Queue<Integer> runs = new ConcurrentLinkedQueue<>();
  private RedisServer redis;
  private RpcNode worker;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    worker =
        RpcNode.builder("worker")
            .redis(redis.directUri())
            .lease(Duration.ofMillis(600))
            .register(new Tasks.Skeleton(this::run))
            .start();
  }

  @AfterEach
  void stop() {
    worker.close();
    redis.close();
  }

  private int run(String method, int number, int millis) {
    runs.add(number);
    return number;
  }

  @Test
  void lettersSayWhoDiedAndReplayRunsTheRequest() {
    redis.command("LPUSH", "{services:Tasks}:taken:dead:1", REQUEST);
    redis.command("ZADD", "{services:Tasks}:providers", "1", "dead:1");
    DeadLetters letters = worker.deadLetters("Tasks");
    Await.until("it is given up", () -> letters.count() == 1);
    DeadLetter letter = letters.list(0, 10).get(0);
    assertEquals("dead:1", letter.worker());
    assertEquals(1, letter.attempts());
    assertEquals("gone", letter.caller());
    assertTrue(letter.mayHaveRun());
    long now = Long.parseLong(redis.command("EVAL", "return redis.call('TIME')[1] * 1000", "0"));
    long at = Objects.requireNonNull(letter.at()).toEpochMilli();
    assertTrue(Math.abs(now - at) < 60_000, () -> at + " by Redis's clock, not " + now);
    assertEquals(ReplayOutcome.MAY_HAVE_RUN, letters.replay(letter.id(), ReplayOptions.DEFAULT));
    ReplayOptions careless = ReplayOptions.DEFAULT.allowingMayHaveRun();
    assertEquals(ReplayOutcome.REPLAYED, letters.replay(letter.id(), careless));
    Await.until("it has run", () -> runs.contains(7));
    assertEquals(ReplayOutcome.NOT_FOUND, letters.replay(letter.id(), careless));
    assertEquals(1, runs.size());
  }
}
