package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What remains of the inbox of a node that has died. */
@CallboxTest
@Timeout(60)
final class AbandonedQueueTest {

  private static final Worker IDLE = new Worker("dead", "idle");
  private static final Worker BUSY = new Worker("dead", "busy");

  private final QueueName inbox = new QueueName("nodes:dead" + System.nanoTime());

  @Test
  void workerThatHeldNothingLeavesNoKey(RedisServer redis) throws Exception {
    abandon(redis, IDLE);
    assertEquals("0", redis.command("EXISTS", inbox.providers().key(), inbox.key()));
  }

  @Test
  void requestsOfADeadWorkerAreKeptForSomeDays(RedisServer redis) throws Exception {
    redis.command("LPUSH", inbox.taken(BUSY).key(), "a request");
    abandon(redis, IDLE, BUSY);
    String workers = redis.command("ZRANGE", inbox.providers().key(), "0", "-1");
    assertEquals("[" + BUSY.name() + "]", workers);
    for (QueueName left : List.of(inbox.providers(), inbox.taken(BUSY))) {
      assertTrue(Long.parseLong(redis.command("PTTL", left.key())) > 0, left::key);
    }
  }

  /** These workers take leases, and die. */
  private void abandon(RedisServer redis, Worker... workers) throws Exception {
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri())) {
      LeaseStore leases = transport.leases();
      for (Worker worker : workers) {
        leases.renew(List.of(inbox), worker, Duration.ofMillis(1)).toCompletableFuture().get();
      }
      Await.until(
          "the leases have ended",
          () -> leases.ended(inbox).toCompletableFuture().join().size() == workers.length);
      leases.abandon(inbox, List.of(workers)).toCompletableFuture().get();
    }
  }
}
