package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.concurrent.PollLoop;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that come together while somebody waits are handed over, and answered, together. */
@Timeout(60)
final class CrowdTest {

  private static final Worker SELF = new Worker("worker", "1");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final QueueName queue = new QueueName("services:Crowd");
  private final QueueName replies = new QueueName("replies:caller:1");
  private final BlockingQueue<List<Delivery>> taken = new LinkedBlockingQueue<>();

  private RedisServer redis;
  private RedissonTransport transport;
  private PollLoop loop;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    transport = RedissonTransport.connect(redis.directUri());
    QueueConsumer consumer = transport.consume(List.of(queue), SELF);
    loop = new PollLoop("crowd", consumer, new Collector());
    loop.start();
    awaitWaiting();
  }

  /** What comes before it waits is taken by its first look, from which it learns nothing. */
  private void awaitWaiting() {
    try (RedisCommands commands = RedisCommands.to(redis.port())) {
      Await.until("it waits", () -> commands.text("INFO", "clients").contains("blocked_clients:1"));
    }
  }

  @AfterEach
  void stop() {
    loop.stop();
    assertTrue(loop.awaitEnd(Duration.ofSeconds(10)));
    transport.close();
    redis.close();
  }

  @Test
  void thoseWhoComeTogetherStayTogether() throws Exception {
    push(20);
    List<Delivery> crowd = next();
    assertEquals(20, crowd.size());
    for (int index = 1; index < crowd.size(); index++) {
      assertTrue(crowd.get(index).follows(crowd.get(index - 1)), "at " + index);
    }
    assertAnswered(crowd);
  }

  @Test
  void stragglerDoesNotTearTheNextCrowdApart() throws Exception {
    List<Delivery> all = new ArrayList<>();
    for (int size : new int[] {20, 1, 20}) {
      push(size);
      List<Delivery> crowd = next();
      assertEquals(size, crowd.size());
      all.addAll(crowd);
    }
    assertAnswered(all);
  }

  @Test
  void oneCallerAfterTheOtherIsNotKeptWaitingForACrowd() throws Exception {
    for (int call = 0; call < 50; call++) {
      push(1);
      assertEquals(1, next().size());
    }
    push(20);
    assertEquals(1, next().size(), "the first of them waits for nobody");
    int others = 0;
    while (others < 19) {
      others += next().size();
    }
    assertEquals(19, others);
  }

  private void push(int count) throws Exception {
    List<ReplyMessage> messages =
        IntStream.range(0, count)
            .mapToObj(index -> Integer.toString(index).getBytes(StandardCharsets.UTF_8))
            .map(message -> new ReplyMessage(message, new Delivery(queue, message, null)))
            .toList();
    transport.reply(queue, messages, MINUTE).toCompletableFuture().get();
  }

  private List<Delivery> next() throws Exception {
    List<Delivery> next = taken.poll(10, TimeUnit.SECONDS);
    assertNotNull(next, "nothing came");
    return next;
  }

  private void assertAnswered(List<Delivery> requests) throws Exception {
    List<ReplyMessage> answers =
        requests.stream().map(request -> new ReplyMessage(request.message(), request)).toList();
    int put = transport.reply(replies, answers, MINUTE).toCompletableFuture().get();
    assertEquals(requests.size(), put);
    assertEquals(List.of(), transport.leases().held(queue, SELF, 0).toCompletableFuture().get());
  }

  private final class Collector implements PollLoop.Sink {

    @Override
    public int reserve() {
      return 100;
    }

    @Override
    public void accept(List<Delivery> messages) {
      taken.add(messages);
    }

    @Override
    public void unused(int places) {}
  }
}
