package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Redis answers so late that it is sent the same dead letter again and again. */
@Timeout(120)
final class LateDeadLetterTest {

  private static final Worker WORKER = new Worker("heir", "1");
  private static final QueueName QUEUE = new QueueName("services:Late");

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void deadLetterIsThereOnceThoughTheAnswerIsLate() throws Exception {
    RedissonClient client = impatient();
    try (RedissonTransport transport = RedissonTransport.of(client)) {
      put(transport, 1).get(30, TimeUnit.SECONDS); // Redis knows the script
      redis.pause();
      CompletableFuture<?> late = put(transport, 2);
      assertThrows(ExecutionException.class, () -> late.get(60, TimeUnit.SECONDS));
      redis.resume();
      put(transport, 3).get(30, TimeUnit.SECONDS);
      Await.until("it is there", () -> number() >= 3);
      assertEquals(3, number());
    } finally {
      client.shutdown(0, 5, TimeUnit.SECONDS);
    }
  }

  private RedissonClient impatient() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config.useSingleServer().setAddress(redis.uri()).setTimeout(500).setRetryAttempts(2);
    return Redisson.create(config);
  }

  private static CompletableFuture<@Nullable Void> put(RedissonTransport transport, long number) {
    byte[] entry = "{\"reason\":\"it is late\",\"request\":{}}".getBytes(UTF_8);
    return transport.leases().deadLetter(QUEUE, WORKER, number, entry).toCompletableFuture();
  }

  private int number() {
    return Integer.parseInt(redis.command("LLEN", QUEUE.dead().key()));
  }
}
