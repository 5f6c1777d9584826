package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A large reply and its acknowledgment are one step, which needs no script unless it fails. */
@Timeout(120)
final class LargeReplyTest {

  private static final Worker SELF = new Worker("worker", "1");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String LARGE = "x".repeat(64 << 10);

  private final QueueName queue = new QueueName("services:Large");
  private final QueueName replies = new QueueName("replies:caller:c2.secret");
  private RedisServer redis;
  private RedisCommands raw;
  private RedissonTransport transport;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    transport = RedissonTransport.connect(redis.uri());
  }

  @AfterEach
  void stop() {
    transport.close();
    raw.close();
    redis.close();
  }

  @Test
  void replyIsThereAndItsRequestIsHeldNoMore() throws Exception {
    List<Delivery> held = take(3);
    awaitPlainCommands(held.remove(1));
    assertEquals(1, reply(held.get(1)));
    assertEquals(2, raw.number("LLEN", replies.key()));
    assertEquals(List.of(text(held.get(0))), heldTexts());
    assertTrue(raw.number("PTTL", replies.key()) > 0, "it expires");
  }

  @Test
  void listThatExpiresLaterDoesNotExpireEarlier() throws Exception {
    List<Delivery> held = take(2);
    awaitPlainCommands(held.get(0));
    raw.call("PEXPIRE", replies.key(), "900000");
    reply(held.get(1));
    assertTrue(raw.number("PTTL", replies.key()) > 600_000);
  }

  @Test
  void repliesToSmallRequestsAndSmallRepliesToLargeOnesAreOneStepToo() throws Exception {
    List<Delivery> held = take(1);
    push("small");
    held.addAll(take("small", 1));
    awaitPlainCommands(held.get(0));
    assertEquals(1, reply(held.get(1)));
    assertEquals(List.of(), heldTexts());
  }

  /** The script can: it needs no transaction, and no memory. */
  @Test
  void userWithoutTransactionsRepliesToo() throws Exception {
    raw.call("ACL", "SETUSER", "default", "-multi", "-exec");
    take(3).forEach(this::reply);
    assertEquals(3, raw.number("LLEN", replies.key()));
    assertEquals(List.of(), heldTexts());
  }

  @Test
  void fullRedisTakesLargeReplies() throws Exception {
    List<Delivery> held = take(2);
    awaitPlainCommands(held.get(0));
    redis.fill();
    assertEquals(1, reply(held.get(1)));
    assertEquals(2, raw.number("LLEN", replies.key()));
    assertEquals(List.of(), heldTexts());
    redis.unfill();
  }

  /** Redis has the command when the connection is cut: the script finds that it has run. */
  @Test
  void replyWhoseAnswerIsLostIsThereOnce() throws Exception {
    List<Delivery> held = take(2);
    awaitPlainCommands(held.get(0));
    redis.pause();
    CompletableFuture<Integer> outcome = start(held.get(1));
    redis.cut();
    redis.resume();
    redis.mend();
    outcome.orTimeout(60, TimeUnit.SECONDS).join();
    assertEquals(2, raw.number("LLEN", replies.key()));
    assertEquals(List.of(), heldTexts());
  }

  private void awaitPlainCommands(Delivery request) {
    long before = transactions();
    assertEquals(1, reply(request));
    assertTrue(transactions() > before, "a transaction has run");
  }

  private long transactions() {
    String line =
        raw.text("INFO", "commandstats")
            .lines()
            .filter(each -> each.startsWith("cmdstat_exec:calls="))
            .findFirst()
            .orElse("cmdstat_exec:calls=0,");
    return Long.parseLong(line.substring(line.indexOf('=') + 1, line.indexOf(',')));
  }

  private List<Delivery> take(int count) {
    for (int number = 0; number < count; number++) {
      push(request(number));
    }
    return take(LARGE, count);
  }

  private void push(String request) {
    raw.push(queue.key(), request);
  }

  private List<Delivery> take(String part, int count) {
    List<Delivery> taken = new ArrayList<>();
    try (QueueConsumer consumer = transport.consume(List.of(queue), SELF)) {
      Await.until(
          "all are taken",
          () -> {
            taken.addAll(Taking.take(consumer, count, SECOND));
            return taken.size() >= count;
          });
    }
    taken.forEach(each -> assertTrue(text(each).contains(part)));
    return taken;
  }

  private int reply(Delivery request) {
    return start(request).orTimeout(60, TimeUnit.SECONDS).join();
  }

  private CompletableFuture<Integer> start(Delivery request) {
    ReplyMessage answer = new ReplyMessage(LARGE.getBytes(StandardCharsets.UTF_8), request);
    return transport.reply(replies, List.of(answer), MINUTE).toCompletableFuture();
  }

  private List<String> heldTexts() throws Exception {
    List<String> texts = new ArrayList<>();
    for (Delivery each : transport.leases().held(queue, SELF, 0).toCompletableFuture().get()) {
      texts.add(text(each));
    }
    return texts;
  }

  private static String request(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-secret-%d\",\"replyTo\":\"replies:caller:c2.secret\",\"params\":[\"%s\"]}"
        .formatted(number, LARGE);
  }

  private static String text(Delivery delivery) {
    return new String(delivery.message(), StandardCharsets.UTF_8);
  }
}
