package io.callbox.transport.redisson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * Redis answers so late that it is asked again and again to put a request back. Its worker, which
 * waits at the queue, takes it anew in between.
 */
@Timeout(120)
final class LateReturnTest {

  private static final Worker WORKER = new Worker("w", "1");
  private static final QueueName QUEUE = new QueueName("services:Late");
  private static final QueueName TAKEN = QUEUE.taken(WORKER);

  private RedisServer redis;
  private RedissonClient client;
  private RedisCommands waiting;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config.useSingleServer().setAddress(redis.uri()).setTimeout(500).setRetryAttempts(2);
    client = Redisson.create(config);
    waiting = RedisCommands.to(redis.port());
  }

  @AfterEach
  void stop() {
    waiting.close();
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void requestThatIsTakenAnewStaysTaken(Return how) throws Exception {
    try (RedissonTransport transport = RedissonTransport.of(client)) {
      how.putBack(transport, "request").get(30, TimeUnit.SECONDS); // Redis knows the script
      redis.command("LPUSH", TAKEN.key(), "request");
      CompletableFuture<Object> anew =
          CompletableFuture.supplyAsync(
              () -> waiting.call("BLMOVE", QUEUE.key(), TAKEN.key(), "RIGHT", "LEFT", "0"));
      Await.until(
          "the worker waits", () -> redis.command("INFO", "clients").contains("blocked_clients:1"));
      redis.pause();
      CompletableFuture<?> late = how.putBack(transport, "request");
      assertThrows(ExecutionException.class, () -> late.get(60, TimeUnit.SECONDS));
      redis.resume();
      anew.get(30, TimeUnit.SECONDS);
      how.putBack(transport, "another").get(30, TimeUnit.SECONDS); // what was sent before is done
      assertEquals("0", redis.command("LLEN", QUEUE.key()), "it would run twice");
      assertEquals("[request]", redis.command("LRANGE", TAKEN.key(), "0", "-1"));
    }
  }

  @Test
  void numbersOfQueuesThatAreUsedInTurnAreForgotten() {
    List<QueueName> queues = List.of(new QueueName("services:A"), new QueueName("services:B"));
    try (RedissonTransport transport = RedissonTransport.of(client)) {
      for (int step = 1; step <= 1_100; step++) {
        for (QueueName queue : queues) {
          Delivery gone = new Delivery(queue, new byte[] {'x'}, queue.taken(WORKER));
          LeaseStore leases = transport.leases(); // whoever asks for it, numbers go on
          long number = leases.nextReturn(queue);
          leases.returnToQueue(gone, number).toCompletableFuture().join();
          byte[] entry = {'x'};
          long letter = leases.nextDeadLetter(queue, WORKER);
          leases.deadLetter(queue, WORKER, letter, entry).toCompletableFuture().join();
        }
      }
      for (QueueName queue : queues) {
        assertEquals("1000", redis.command("HLEN", queue.deadBy(WORKER).key()));
        String keys = redis.command("KEYS", "*");
        Matcher key =
            Pattern.compile(Pattern.quote(queue.returned("").key()) + "[-\\w]+").matcher(keys);
        assertTrue(key.find(), keys);
        assertEquals("1000", redis.command("HLEN", key.group()));
      }
    }
  }

  /** The two ways back into the queue. */
  private enum Return {
    NOT_BEGUN,
    OF_A_DEAD_WORKER;

    CompletableFuture<?> putBack(RedissonTransport transport, String request) {
      Delivery held = new Delivery(QUEUE, request.getBytes(UTF_8), TAKEN);
      LeaseStore leases = transport.leases();
      long number = leases.nextReturn(QUEUE);
      return this == NOT_BEGUN
          ? leases.returnToQueue(held, number).toCompletableFuture()
          : leases.requeue(held, 3, number).toCompletableFuture();
    }
  }
}
