package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.AccessRules;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A large answer leaves in a transaction, which does what the script for small ones does: it
 * answers a request that is held, once, and nothing else.
 */
@Timeout(60)
final class LargeReplyTest {

  private static final Worker SELF = new Worker("worker", "1");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Pattern TRANSACTIONS = Pattern.compile("cmdstat_exec:calls=(\\d+)");
  private static final QueueName QUEUE = new QueueName("services:Queue");
  private static final QueueName REPLIES = new QueueName("replies:caller:c2.s");

  private final RedisServer redis = RedisServer.start();
  private final List<Delivery> held = new ArrayList<>();
  private RedissonTransport transport;

  @BeforeEach
  void start() throws Exception {
    connect(redis.directUri());
  }

  /**
   * The first answers leave by script, until there is a connection that has tried a transaction.
   */
  private void connect(String uri) throws Exception {
    transport = RedissonTransport.connect(uri);
    redis.command("CONFIG", "RESETSTAT");
    for (String text = "small"; transactions() < 2; text = large(0)) {
      take(List.of(text));
      assertEquals(1, reply(held.remove(0)));
    }
    redis.command("DEL", REPLIES.key());
    redis.command("CONFIG", "RESETSTAT");
  }

  @AfterEach
  void stop() {
    transport.close();
    redis.close();
  }

  @Test
  void requestsAreAnsweredInAnyOrderAndEachOnce() throws Exception {
    List<String> all = IntStream.range(0, 9).mapToObj(LargeReplyTest::large).toList();
    take(all);
    for (int index : new int[] {7, 0, 3, 8}) {
      assertEquals(1, reply(held.get(index)));
      assertEquals(0, reply(held.get(index)), "it is held no more");
    }
    assertEquals(List.of(all.get(1), all.get(2), all.get(4), all.get(5), all.get(6)), heldTexts());
    assertEquals("4", redis.command("LLEN", REPLIES.key()));
    assertEquals(8, transactions());
  }

  @Test
  void answerToARequestThatIsHeldNoMoreLeavesOtherAnswersAsTheyAre() throws Exception {
    take(List.of(large(1)));
    redis.command("DEL", QUEUE.taken(SELF).key());
    assertEquals(0, reply(held.get(0)));
    assertEquals("0", redis.command("EXISTS", REPLIES.key()));
    redis.command("LPUSH", REPLIES.key(), "of others");
    assertEquals(0, reply(held.get(0)));
    assertEquals("of others", redis.command("LINDEX", REPLIES.key(), "0"));
    assertEquals("1", redis.command("LLEN", REPLIES.key()));
    assertEquals("-1", redis.command("PTTL", REPLIES.key()));
    assertEquals(2, transactions());
  }

  @Test
  void smallRequestWithALargeAnswerIsOneStepToo() throws Exception {
    take(List.of("small", "other"));
    ReplyMessage answer = new ReplyMessage(new byte[20_000], held.get(0));
    assertEquals(1, transport.reply(REPLIES, List.of(answer), MINUTE).toCompletableFuture().get());
    assertEquals(List.of("other"), heldTexts());
    assertEquals(1, transactions());
  }

  @Test
  void answersExpire() throws Exception {
    take(List.of(large(1), large(2)));
    assertEquals(1, reply(held.get(0)));
    assertTrue(Long.parseLong(redis.command("PTTL", REPLIES.key())) > 0);
    redis.command("PEXPIRE", REPLIES.key(), "3600000");
    assertEquals(1, reply(held.get(1)));
    long left = Long.parseLong(redis.command("PTTL", REPLIES.key()));
    assertTrue(left > 2 * MINUTE.toMillis(), "a later answer shortens nothing: " + left);
    assertEquals(2, transactions());
  }

  @Test
  void replyListThatIsNoListIsLeftAndTheRequestStaysHeld() throws Exception {
    take(List.of(large(1), large(2)));
    redis.command("SET", REPLIES.key(), "no list");
    for (Delivery each : held) {
      assertThrows(ExecutionException.class, () -> reply(each));
    }
    assertEquals("no list", redis.command("GET", REPLIES.key()));
    assertEquals(List.of(large(1), large(2)), heldTexts());
    assertEquals(1, transactions(), "after a failure the script is used for a while");
  }

  @Test
  void scriptsThatRedisForgetsComeWithTheTransaction() throws Exception {
    take(List.of(large(1)));
    redis.command("SCRIPT", "FLUSH");
    assertEquals(1, reply(held.get(0)));
    assertEquals(List.of(), heldTexts());
    assertEquals(1, transactions());
  }

  @Test
  void answerWhoseFateIsUnknownIsPutOnce() throws Exception {
    transport.close();
    connect(redis.uri());
    take(List.of(large(1)));
    redis.pause();
    CompletableFuture<Integer> put = replying(held.get(0));
    redis.cut();
    redis.resume();
    redis.mend();
    put.get();
    assertEquals(List.of(), heldTexts());
    assertEquals("1", redis.command("LLEN", REPLIES.key()));
  }

  @Test
  void fullRedisTakesTheAnswerByScript() throws Exception {
    take(List.of(large(1)));
    redis.fill();
    assertEquals(1, reply(held.get(0)));
    redis.unfill();
    assertEquals(List.of(), heldTexts());
    assertEquals("1", redis.command("LLEN", REPLIES.key()));
  }

  @Test
  void leastRulesAllowIt() throws Exception {
    AccessRules.define(redis, "worker", "Queue");
    transport.close();
    connect(AccessRules.uri(redis, "worker"));
    redis.command("ACL", "LOG", "RESET");
    take(List.of(large(1), large(2)));
    assertEquals(1, reply(held.get(1)));
    assertEquals(1, reply(held.get(0)));
    assertEquals(2, transactions());
    assertEquals("[]", redis.command("ACL", "LOG"));
  }

  @Test
  void userWithoutTheRightToTransactionsAnswersByScript() throws Exception {
    redis.command(
        "ACL", "SETUSER", "old", "on", ">secret", "allkeys", "allchannels", "+@all", "-multi");
    transport.close();
    transport = RedissonTransport.connect(redis.directUri().replace("//", "//old:secret@"));
    redis.command("CONFIG", "RESETSTAT");
    int answers = 0;
    while (!redis.command("INFO", "commandstats").contains("cmdstat_multi:calls=0,")) {
      answers += answersOnce(large(answers));
    }
    answers += answersOnce(large(answers));
    assertEquals(List.of(), heldTexts());
    assertEquals(Integer.toString(answers), redis.command("LLEN", REPLIES.key()));
  }

  private int answersOnce(String request) throws Exception {
    take(List.of(request));
    Delivery taken = held.remove(0);
    assertEquals(1, reply(taken));
    assertEquals(0, reply(taken));
    return 1;
  }

  @Test
  void userWithoutTheRightToOneOfItsCommandsAnswersByScript() throws Exception {
    take(IntStream.range(0, 3).mapToObj(LargeReplyTest::large).toList());
    redis.command("ACL", "SETUSER", "default", "-linsert");
    for (Delivery each : held) {
      assertEquals(1, reply(each));
    }
    assertEquals(List.of(), heldTexts());
    assertEquals("3", redis.command("LLEN", REPLIES.key()));
  }

  private static String large(int number) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"caller-secret-%d\",\"params\":[\"%s\"]}"
        .formatted(number, "x".repeat(20_000));
  }

  private void take(List<String> texts) throws Exception {
    for (String text : texts) {
      redis.command("LPUSH", QUEUE.key(), text);
    }
    int all = held.size() + texts.size();
    try (QueueConsumer consumer = transport.consume(List.of(QUEUE), SELF)) {
      while (held.size() < all) {
        held.addAll(Taking.take(consumer, texts.size(), Duration.ofSeconds(1)));
      }
    }
  }

  private int reply(Delivery request) throws Exception {
    return replying(request).get();
  }

  private CompletableFuture<Integer> replying(Delivery request) {
    ReplyMessage answer = new ReplyMessage("done".getBytes(StandardCharsets.UTF_8), request);
    return transport.reply(REPLIES, List.of(answer), MINUTE).toCompletableFuture();
  }

  private List<String> heldTexts() throws Exception {
    return transport.leases().held(QUEUE, SELF, 0).toCompletableFuture().get().stream()
        .map(each -> new String(each.message(), StandardCharsets.UTF_8))
        .toList();
  }

  private int transactions() {
    Matcher count = TRANSACTIONS.matcher(redis.command("INFO", "commandstats"));
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }
}
