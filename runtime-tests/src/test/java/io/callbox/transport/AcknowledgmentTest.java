package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is answered leaves the list of taken requests and nothing else does, in whatever order
 * answers come, and whoever sent the same bytes twice.
 */
@Timeout(60)
final class AcknowledgmentTest {

  private static final Worker SELF = new Worker("worker", "1");
  private final QueueName replies = new QueueName("replies:caller:" + System.nanoTime());
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static RedisServer redis;
  private static RedissonTransport transport;

  private final QueueName queue = new QueueName("services:Queue" + System.nanoTime());
  private final List<Delivery> held = new ArrayList<>();
  private int answers;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    transport = RedissonTransport.connect(redis.directUri());
  }

  @AfterAll
  static void stop() {
    transport.close();
    redis.close();
  }

  @Test
  void theOldestLeaveTogether() throws Exception {
    take(texts(0, 10));
    assertEquals(4, reply(held.subList(0, 4)));
    assertHeld(texts(4, 10));
  }

  @Test
  void thoseInBetweenLeaveTogether() throws Exception {
    take(texts(0, 10));
    assertEquals(4, reply(held.subList(3, 7)));
    assertHeld(List.of("0", "1", "2", "7", "8", "9"));
  }

  @Test
  void answeredRequestsWithGapsLeaveInPieces() throws Exception {
    take(texts(0, 10));
    assertEquals(4, reply(List.of(held.get(1), held.get(2), held.get(4), held.get(9))));
    assertHeld(List.of("0", "3", "5", "6", "7", "8"));
  }

  @Test
  void requestThatIsNoLongerHeldIsNotAnswered() throws Exception {
    take(texts(0, 6));
    assertEquals(3, reply(held.subList(1, 4)));
    assertEquals(0, reply(held.subList(1, 4)));
    assertEquals(2, reply(held.subList(1, 5)) + reply(held.subList(0, 2)), "0 and 4 were left");
    assertHeld(List.of("5"));
  }

  @Test
  void sameBytesBesideAnotherRequestDoNotStandForIt() throws Exception {
    take(List.of("first", "kept", "last"));
    take(List.of("first", "other", "last"));
    assertEquals(3, reply(held.subList(3, 6)), "the younger ones are answered first");
    assertHeld(List.of("kept", "first", "last"));
  }

  @Test
  void longOnesLeaveInAnyOrderAndNoOthers() throws Exception {
    List<String> all = IntStream.range(0, 9).mapToObj(AcknowledgmentTest::longCall).toList();
    take(all);
    for (int index : new int[] {7, 0, 3, 8}) {
      assertEquals(1, reply(List.of(held.get(index))));
      assertEquals(0, reply(List.of(held.get(index))), "it is held no more");
    }
    acknowledge(List.of(held.get(5)));
    assertHeld(List.of(all.get(1), all.get(2), all.get(4), all.get(6)));
  }

  @Test
  void longOnesThatBeginAlikeAreToldApart() throws Exception {
    String foreign = longCall(1).replace(":c2.", ":");
    List<String> alike = List.of(foreign + "1", foreign + "2", foreign + "3");
    take(alike);
    assertEquals(1, reply(List.of(held.get(1))));
    assertHeld(List.of(alike.get(0), alike.get(2)));
  }

  @Test
  void longOnesThatWereTakenTogetherLeaveTogether() throws Exception {
    List<String> all = IntStream.range(0, 6).mapToObj(AcknowledgmentTest::longCall).toList();
    take(all);
    assertEquals(6, reply(held));
    assertHeld(List.of());
  }

  private static String longCall(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-secret-%d\",\"replyTo\":\"replies:caller:c2.s\",\"params\":[\"%s\"]}"
        .formatted(number, "x".repeat(5_000));
  }

  @Test
  void onlyAnsweredRequestsLeaveInAnyOrder() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      int size = random.nextInt(12);
      take(IntStream.range(0, size).mapToObj(i -> "m" + random.nextInt(400)).toList());
      List<Delivery> some = new ArrayList<>(held);
      some.removeIf(each -> random.nextInt(3) == 0);
      if (random.nextBoolean()) {
        Collections.shuffle(some, random);
      }
      boolean answered = random.nextInt(4) > 0;
      long done = answered ? reply(some) : acknowledge(some);
      assertEquals(answered ? some.size() : 0, done, "seed " + seed + ", round " + round);
      List<String> left = new ArrayList<>(held.stream().map(AcknowledgmentTest::text).toList());
      some.forEach(each -> left.remove(text(each)));
      held.removeAll(some);
      Collections.sort(left); // which of two alike has left, nobody can tell
      assertEquals(left, heldTexts().stream().sorted().toList(), "seed " + seed);
    }
    assertEquals(answers, transport.backlog(replies).toCompletableFuture().get().length());
  }

  private void take(List<String> texts) throws Exception {
    List<byte[]> messages = texts.stream().map(AcknowledgmentTest::bytes).toList();
    if (messages.isEmpty()) {
      return;
    }
    List<ReplyMessage> pushed =
        messages.stream()
            .map(each -> new ReplyMessage(each, new Delivery(queue, each, null)))
            .toList();
    transport.reply(queue, pushed, Duration.ofMinutes(1)).toCompletableFuture().get();
    int before = held.size();
    try (QueueConsumer consumer = transport.consume(List.of(queue), SELF)) {
      while (held.size() < before + messages.size()) {
        held.addAll(Taking.take(consumer, messages.size(), SECOND));
      }
    }
  }

  private long reply(List<Delivery> requests) throws Exception {
    List<ReplyMessage> all =
        requests.stream().map(each -> new ReplyMessage(bytes("done"), each)).toList();
    int put = transport.reply(replies, all, Duration.ofMinutes(1)).toCompletableFuture().get();
    answers += put;
    return put;
  }

  private long acknowledge(List<Delivery> requests) throws Exception {
    transport.acknowledge(queue.taken(SELF), requests).toCompletableFuture().get();
    return 0;
  }

  private void assertHeld(List<String> texts) throws Exception {
    assertEquals(texts, heldTexts());
  }

  private List<String> heldTexts() throws Exception {
    List<String> texts = new ArrayList<>();
    for (Delivery each : transport.leases().held(queue, SELF, 0).toCompletableFuture().get()) {
      texts.add(text(each));
    }
    return texts;
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).toList();
  }

  private static String text(Delivery delivery) {
    return new String(delivery.message(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
