package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.AccessRules;
import io.callbox.transport.redisson.RedissonTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A large answer leaves in a transaction, which does what the script for small ones does: it
 * answers a request that is held, once, and nothing else.
 */
@Timeout(60)
final class LargeReplyTest extends LargeReplies {

  @Test
  void requestsAreAnsweredInAnyOrderAndEachOnce() throws Exception {
    List<String> all = IntStream.range(0, 9).mapToObj(LargeReplies::large).toList();
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
    transport.close();
    transport = RedissonTransport.connect(AccessRules.allowAllBut(redis, "old", "-multi"));
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
    take(IntStream.range(0, 3).mapToObj(LargeReplies::large).toList());
    redis.command("ACL", "SETUSER", "default", "-linsert");
    for (Delivery each : held) {
      assertEquals(1, reply(each));
    }
    assertEquals(List.of(), heldTexts());
    assertEquals("3", redis.command("LLEN", REPLIES.key()));
  }
}
