package io.callbox.internal.redisson.take;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.internal.redisson.script.RedisOfItsOwn;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer.Receiver;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads start the waits of a consumer. */
@Timeout(120)
final class WaitStartTest {

  private static final QueueName FLOOD = new QueueName("services:Flood");
  private static final QueueName CALM = new QueueName("services:Calm");
  private static final Worker WORKER = new Worker("worker", "1");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int ROUNDS = 200;

  private static RedisOfItsOwn redis;

  /** How often each message was handed over. */
  private final Map<String, Integer> received = new ConcurrentHashMap<>();

  private Scripts scripts;

  @BeforeAll
  static void startRedis() {
    redis = new RedisOfItsOwn();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void begin() {
    redis.command(
        "DEL", FLOOD.key(), CALM.key(), FLOOD.taken(WORKER).key(), CALM.taken(WORKER).key());
    scripts = redis.scripts();
  }

  @AfterEach
  void close() {
    scripts.close();
  }

  @Test
  void ofTwoThreadsOneStartsTheWait() throws Exception {
    BlockingPop pop =
        new BlockingPop(
            scripts,
            CALM,
            CALM.taken(WORKER),
            (wait, message, failure) -> received(message),
            new ReentrantLock());
    CyclicBarrier both = new CyclicBarrier(2);
    for (int round = 0; round < ROUNDS; round++) {
      long before = scripts.sent();
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> start(pop, both));
      start(pop, both);
      other.get(60, TimeUnit.SECONDS);
      assertEquals(1, scripts.sent() - before, "commands");
      push(CALM, "calm " + round);
      int all = round + 1;
      Await.until("the message has come", () -> received.size() == all);
    }
    pop.end(TimeUnit.SECONDS.toNanos(60));
    assertEachOnce();
  }

  private static void start(BlockingPop pop, CyclicBarrier both) {
    try {
      both.await(60, TimeUnit.SECONDS);
    } catch (Exception broken) {
      throw new AssertionError("the other thread does not come", broken);
    }
    pop.startUnlessWaiting(Duration.ofSeconds(60));
  }

  @Test
  void messagesBesideAFloodAreHandedOverOnce() throws Exception {
    List<byte[]> flood = flood(2_000);
    redis.push(FLOOD, flood);
    AcknowledgingConsumer consumer =
        new AcknowledgingConsumer(scripts, List.of(FLOOD, CALM), WORKER);
    CompletableFuture<Void> calm = CompletableFuture.runAsync(() -> pushCalm(consumer));
    Receiver receiver = new AtAnyTime();
    while (received.size() < flood.size() + ROUNDS) {
      consumer.take(4, SECOND, receiver);
    }
    calm.get(60, TimeUnit.SECONDS);
    consumer.close();
    assertEachOnce();
  }

  /** As the threads do that end requests. */
  private static void pushCalm(AcknowledgingConsumer consumer) {
    for (int round = 0; round < ROUNDS; round++) {
      consumer.listen(CALM);
      push(CALM, "calm " + round);
    }
  }

  @Test
  void consumerThatStartsIntoAFloodListensToOtherQueues() {
    redis.push(FLOOD, flood(100));
    AcknowledgingConsumer consumer =
        new AcknowledgingConsumer(scripts, List.of(FLOOD, CALM), WORKER);
    takeSome(consumer);
    push(CALM, "calm");
    Await.until("it comes between takes", () -> received.containsKey("calm"));
    consumer.close();
  }

  @Test
  void queueThatATakeHadNoRoomForIsListenedTo() {
    redis.push(FLOOD, flood(100));
    AcknowledgingConsumer consumer =
        new AcknowledgingConsumer(scripts, List.of(CALM, FLOOD), WORKER); // begins with the second
    takeSome(consumer);
    push(CALM, "calm");
    Await.until("it comes between takes", () -> received.containsKey("calm"));
    consumer.close();
  }

  /** On a loaded machine, the answer to the first take may come too late for it. */
  private void takeSome(AcknowledgingConsumer consumer) {
    Await.until("some are taken", () -> consumer.take(4, SECOND, new AtAnyTime()) > 0);
  }

  private static List<byte[]> flood(int size) {
    return IntStream.range(0, size).mapToObj(each -> bytes("flood " + each)).toList();
  }

  private void assertEachOnce() {
    assertEquals(Set.of(1), Set.copyOf(received.values()), received::toString);
  }

  private void received(byte @Nullable [] message) {
    String text = message == null ? "nothing" : new String(message, StandardCharsets.UTF_8);
    received.merge(text, 1, Integer::sum);
  }

  private static void push(QueueName queue, String message) {
    redis.push(queue, List.of(bytes(message)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Accepts messages between takes, too. */
  private final class AtAnyTime implements Receiver {

    @Override
    public void receive(List<Delivery> taken) {
      taken.forEach(each -> received(each.message()));
    }

    @Override
    public boolean receivesBetweenTakes(QueueName queue) {
      return queue.equals(CALM);
    }

    @Override
    public boolean receiveBetweenTakes(Delivery message) {
      received(message.message());
      return true;
    }
  }
}
