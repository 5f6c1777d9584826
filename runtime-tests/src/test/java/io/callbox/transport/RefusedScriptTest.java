package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A script of Redis that fails keeps what it has written until then: another program has written
 * something else under a key, and no request may be lost, or be sent and said not to be.
 */
@CallboxTest
@Timeout(60)
final class RefusedScriptTest {

  private static final Worker DEAD = new Worker("dead", "a");
  private static final byte[] REQUEST = "a request".getBytes(StandardCharsets.UTF_8);

  private final QueueName queue = new QueueName("services:Refused" + System.nanoTime());

  @Test
  void requestThatCannotBeRequeuedStaysHeld(RedisServer redis) throws Exception {
    for (QueueName odd : List.of(queue, queue.attempts())) {
      QueueName taken = queue.taken(DEAD);
      redis.command("SET", odd.key(), "of another kind");
      redis.command("LPUSH", taken.key(), "a request");
      try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
        for (int attempt = 0; attempt < 5; attempt++) {
          Delivery held = new Delivery(queue, REQUEST, taken);
          assertRefused(transport.leases().requeue(held, 3, attempt));
        }
      }
      assertEquals("[a request]", redis.command("LRANGE", taken.key(), "0", "-1"), odd::key);
      redis.command("DEL", odd.key(), taken.key(), queue.attempts().key());
    }
  }

  @Test
  void requestThatCannotGoBackStaysHeld(RedisServer redis) throws Exception {
    QueueName taken = queue.taken(DEAD);
    redis.command("SET", queue.key(), "of another kind");
    redis.command("LPUSH", taken.key(), "a request");
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      Delivery held = new Delivery(queue, REQUEST, taken);
      LeaseStore leases = transport.leases();
      assertRefused(leases.returnToQueue(held, 1));
      assertEquals("[a request]", redis.command("LRANGE", taken.key(), "0", "-1"));
      redis.command("DEL", queue.key());
      leases.returnToQueue(held, 1).toCompletableFuture().get();
    }
    assertEquals("[a request]", redis.command("LRANGE", queue.key(), "0", "-1"));
    assertEquals("0", redis.command("EXISTS", taken.key()));
  }

  @Test
  void requestThatAnotherQueueRefusesStaysWhereItIs(RedisServer redis) throws Exception {
    QueueName other = new QueueName(queue.key() + "Other");
    byte[] moved = "moved".getBytes(StandardCharsets.UTF_8);
    redis.command("SET", other.key(), "of another kind");
    redis.command("RPUSH", queue.key(), "a newer one", "a request");
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      assertRefused(transport.move(queue, REQUEST, other, moved));
      assertEquals("[a newer one, a request]", redis.command("LRANGE", queue.key(), "0", "-1"));
      redis.command("DEL", other.key());
      assertTrue(transport.move(queue, REQUEST, other, moved).toCompletableFuture().get());
      assertFalse(transport.move(queue, REQUEST, other, moved).toCompletableFuture().get());
    }
    assertEquals("[a newer one]", redis.command("LRANGE", queue.key(), "0", "-1"));
    assertEquals("[moved]", redis.command("LRANGE", other.key(), "0", "-1"));
  }

  @Test
  void dueCallThatItsQueueRefusesStaysScheduled(RedisServer redis) throws Exception {
    redis.command("SET", queue.key(), "of another kind");
    redis.command("ZADD", queue.later().key(), "1", "a request");
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      CallStore calls = transport.calls(Namespace.NONE);
      assertRefused(calls.moveDue(queue));
      assertEquals("1", redis.command("ZCARD", queue.later().key()));
      redis.command("DEL", queue.key());
      calls.moveDue(queue).toCompletableFuture().get();
    }
    assertEquals("[a request]", redis.command("LRANGE", queue.key(), "0", "-1"));
    assertEquals("0", redis.command("EXISTS", queue.later().key()));
  }

  @Test
  void durableCallWhoseSubmissionFailsIsNotSubmitted(RedisServer redis) throws Exception {
    redis.command("SET", queue.providers().key(), "of another kind");
    Submission call = new Submission("id", "run", REQUEST, 0, Duration.ofMinutes(1), false);
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      PushOptions admission = new PushOptions(true, 10, "sender", 1);
      assertRefused(transport.calls(Namespace.NONE).submit(queue, List.of(call), admission));
    }
    assertEquals("0", redis.command("EXISTS", queue.key(), queue.calls().key()));
  }

  @Test
  void invalidRecordIsUnknownBesideRecordsThatCanBeRead(RedisServer redis) {
    redis.command("SET", queue.call("odd").key(), "of another kind");
    redis.command("HSET", queue.call("bare").key(), "state", "COMPLETED", "attempts", "many");
    redis.command("HSET", queue.call("failed").key(), "state", "FAILED", "attempts", "1 2");
    redis.command("HSET", queue.call("good").key(), "state", "COMPLETED", "result", "17");
    List<String> ids = List.of("odd", "bare", "failed", "good");
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      CallStore calls = transport.calls(Namespace.NONE);
      for (var answer : List.of(calls.outcomes(queue, ids), calls.read(queue, ids, true))) {
        List<@Nullable CallRecord> records = answer.toCompletableFuture().join();
        assertNull(records.get(0));
        for (int known = 1; known < ids.size(); known++) {
          CallRecord record = Objects.requireNonNull(records.get(known));
          assertEquals(known == 2 ? "FAILED" : "COMPLETED", record.state());
          assertEquals(0, record.attempts());
          assertEquals(known == 3 ? "17" : "none", text(record.result()));
        }
      }
    }
  }

  private static void assertRefused(CompletionStage<?> script) {
    assertThrows(ExecutionException.class, () -> script.toCompletableFuture().get());
  }

  private static String text(byte @Nullable [] json) {
    return json == null ? "none" : new String(json, StandardCharsets.UTF_8);
  }
}
