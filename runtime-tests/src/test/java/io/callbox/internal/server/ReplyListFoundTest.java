package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.callbox.testing.Arith;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Where a reply list can be read from a message, it is used, whatever is wrong with the message.
 */
final class ReplyListFoundTest {

  private static final String LIST = "replies:foreign:1";
  private static final String REPLY_TO = ",\"replyTo\":\"" + LIST + '"';

  private static Asker asker;

  @BeforeAll
  static void start() {
    asker = Asker.of(node -> node.register(new Arith.Skeleton((a, b) -> a * b)));
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @AfterEach
  void nothingElseIsAnswered() {
    assertEquals(56, asker.call("Arith.multiply", "[7,8]").get("result").asInt());
    assertEquals("[]", asker.redis.text("KEYS", "nodes:server:*"));
    assertEquals("[]", asker.redis.text("KEYS", "replies:*"));
  }

  @Test
  void behindParamsThatNobodyReads() {
    assertRefusedBehind("[" + "7".repeat(2_000) + ",8]", -32602);
    assertRefusedBehind("[".repeat(250_000) + "]".repeat(250_000), -32602);
  }

  private static void assertRefusedBehind(String params, int code) {
    String method = "{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":";
    asker.send(method + params + REPLY_TO + ",\"id\":5}");
    JsonNode answer = asker.answerOn(LIST);
    assertEquals(5, answer.get("id").asInt());
    assertEquals(code, answer.at("/error/code").asInt(), answer.toString());
  }

  @Test
  void behindWhatIsBroken() {
    asker.send("{\"method\":\"Arith.multiply\",\"params\":[07],\"id\":\"5\"" + REPLY_TO + "}");
    JsonNode answer = asker.answerOn(LIST);
    assertEquals("5", answer.get("id").asText());
    assertEquals(-32700, answer.at("/error/code").asInt());
  }

  @Test
  void inAMessageThatIsTooLarge() {
    String large = "[\"" + "x".repeat(2 << 20) + "\"]";
    String call = "{\"id\":5,\"params\":" + large + REPLY_TO + "}";
    asker.send(call);
    assertEquals(-32004, asker.answerOn(LIST).at("/error/code").asInt());
    asker.send("[" + call + "]");
    assertEquals(-32004, asker.answerOn(LIST).at("/error/code").asInt());
  }

  @Test
  void inABatchThatIsTooLong() {
    asker.send(batch(1_001));
    JsonNode answer = asker.answerOn(LIST);
    assertTrue(answer.get("id").isNull());
    assertEquals(-32600, answer.at("/error/code").asInt());
    assertTrue(answer.at("/error/message").asText().contains("1 to 1000"), answer.toString());
  }

  @Test
  void inABatchThatIsBroken() {
    asker.send(batch(3).replace("]}]", "]},{]"));
    assertEquals(-32700, asker.answerOn(LIST).at("/error/code").asInt());
    asker.send("[{\"id\":1,}," + batch(3).substring(1));
    assertEquals(-32700, asker.answerOn(LIST).at("/error/code").asInt());
  }

  @Test
  void inABatchWhoseFirstMembersNameNoneThatMayBeUsed() {
    String call = Asker.request("1", "Arith.multiply", "[7,8]", ",\"replyTo\":\"precious\"");
    String good = Asker.request("2", "Arith.multiply", "[7,8]", REPLY_TO);
    asker.send("[" + call + ",17," + good + "]");
    JsonNode answers = asker.answerOn(LIST);
    assertEquals(3, answers.size());
    assertEquals(-32600, answers.get(0).at("/error/code").asInt());
    assertEquals(56, answers.get(2).get("result").asInt());
  }

  @Test
  void unreadableMemberDoesNotAffectTheOthers() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String bad = Asker.request("1", "Arith.multiply", deep, "");
    asker.send("[" + bad + "," + Asker.request("2", "Arith.multiply", "[7,8]", REPLY_TO) + "]");
    JsonNode answers = asker.answerOn(LIST);
    assertEquals(-32602, answers.get(0).at("/error/code").asInt());
    assertEquals(56, answers.get(1).get("result").asInt());
  }

  @Test
  void firstIdOfABatchMayBeNull() {
    String call = Asker.request("null", "Arith.multiply", "[7,8]", "");
    asker.send("[" + call + "," + Asker.request("2", "Arith.multiply", "[7,8]", "") + "]");
    JsonNode answers = asker.answer("null");
    assertTrue(answers.get(0).get("id").isNull());
    assertEquals(2, answers.get(1).get("id").asInt());
  }

  @Test
  void idOfAMemberThatHasNoneIsNotTheFirst() {
    asker.send("[17,{\"foo\":1}," + Asker.request("2", "Arith.multiply", "[7,8]", "") + "]");
    assertEquals(3, asker.answer("2").size());
  }

  private static String batch(int size) {
    return IntStream.range(0, size)
        .mapToObj(id -> Asker.request(Integer.toString(id), "Arith.multiply", "[7,8]", REPLY_TO))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
