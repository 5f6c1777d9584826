package io.callbox.internal.redisson.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.internal.redisson.script.RedisOfItsOwn;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class LateMessagesTest {

  private static final QueueName QUEUE = new QueueName("services:Late");
  private static final QueueName TAKEN = new QueueName("{services:Late}:taken:worker:1");
  private static final int MANY = 100;

  private static RedisOfItsOwn redis;

  private final List<Runnable> later = new ArrayList<>();
  private final List<Delivery> received = new ArrayList<>();
  private Scripts scripts;
  private TakeScript script;
  private LateMessages late;
  private BlockingPop pop;

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
    redis.command("DEL", QUEUE.key(), TAKEN.key());
    scripts = redis.scripts();
    script = new TakeScript(scripts);
    late = new LateMessages(script, later::add);
    pop =
        new BlockingPop(scripts, QUEUE, TAKEN, (wait, message, failure) -> {}, new ReentrantLock());
  }

  @AfterEach
  void close() {
    pop.end(TimeUnit.SECONDS.toNanos(10));
    scripts.close();
  }

  @Test
  void nextTakeGetsThemInTheirOrder() {
    late.add(pop, taken("a", "b", "c"));
    assertEquals(3, late.take(MANY, received::addAll));
    assertEquals(List.of("a", "b", "c"), texts());
    assertFalse(late.areAny());
  }

  @Test
  void takeGetsAsManyAsItHasRoomForAndTheNextOneTheOthers() {
    late.add(pop, taken("a", "b", "c"));
    assertEquals(2, late.take(2, received::addAll));
    assertTrue(late.areAny());
    assertEquals(1, late.take(2, received::addAll));
    assertEquals(List.of("a", "b", "c"), texts());
  }

  @Test
  void messageForWhichNoTakeHasRoomGoesBack() {
    late.add(pop, taken("a", "b", "c"));
    late.take(1, received::addAll);
    later.forEach(Runnable::run);
    assertFalse(late.areAny());
    assertEquals(0, late.take(MANY, received::addAll));
    awaitWaiting(2);
    assertEquals(
        List.of("b", "c"), taken(2).stream().map(LateMessagesTest::text).sorted().toList());
  }

  @Test
  void secondAnswerOfAQueueGoesBackWhileTheFirstIsKept() {
    List<Delivery> first = taken("a");
    late.add(pop, first);
    late.add(pop, taken("b"));
    awaitWaiting(1);
    late.take(MANY, received::addAll);
    assertEquals(List.of("a"), texts());
  }

  @Test
  void messagesOfAQueueThatIsPausedGoBack() {
    late.add(pop, taken("a"));
    pop.pause(true);
    late.putBackPaused();
    awaitWaiting(1);
    late.add(pop, taken(1));
    awaitWaiting(1);
    assertEquals(0, late.take(MANY, received::addAll));
  }

  @Test
  void endPutsEverythingBackAndKeepsNothingAfterwards() {
    List<Delivery> both = taken("a", "b");
    late.add(pop, both.subList(0, 1));
    late.close();
    awaitWaiting(1);
    late.add(pop, both.subList(1, 2));
    awaitWaiting(2);
    assertEquals("0", redis.command("LLEN", TAKEN.key()));
  }

  @Test
  void chunkThatIsLargerThanTheRoomIsTakenApart() {
    List<byte[]> members = List.of(request(1), request(2), request(3));
    push(Chunk.element(members));
    late.add(pop, taken(1));
    assertEquals(0, late.take(2, received::addAll));
    Await.until("a part of it is there", late::areAny);
    assertEquals(2, late.take(2, received::addAll));
    assertEquals(1, received.size());
    assertEquals(2, received.get(0).requests());
    awaitWaiting(1);
  }

  private List<Delivery> taken(String... messages) {
    for (String message : messages) {
      push(message.getBytes(StandardCharsets.UTF_8));
    }
    return taken(messages.length);
  }

  private List<Delivery> taken(int messages) {
    TakeScript.Bound bound = new TakeScript.Bound(messages, MANY, 1 << 20);
    return script.take(QUEUE, TAKEN, bound, null).toCompletableFuture().join();
  }

  private static void push(byte[] message) {
    redis.push(QUEUE, List.of(message));
  }

  private static byte[] request(int number) {
    String text =
        "{\"jsonrpc\":\"2.0\",\"id\":\"c-1-%d\",\"replyTo\":\"replies:c:c2.x\",\"method\":\"A.b\"}";
    return text.formatted(number).getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitWaiting(int messages) {
    Await.until(
        "messages are back", () -> redis.command("LLEN", QUEUE.key()).equals("" + messages));
  }

  private List<String> texts() {
    return received.stream().map(LateMessagesTest::text).toList();
  }

  private static String text(Delivery message) {
    return new String(message.message(), StandardCharsets.UTF_8);
  }
}
