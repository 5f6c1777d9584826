package io.callbox.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of a request that are JSON, but not what a request may have. */
final class RefusedMembersTest {

  private static Asker asker;

  @BeforeAll
  static void start() {
    asker = Asker.of(node -> node.register(new Arith.Skeleton((a, b) -> a * b)));
  }

  @AfterAll
  static void stop() {
    asker.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"params\":[7,8],\"id\":%s,\"params\":[7,8]}",
        "{\"params\":[7,8],\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"id\":%s,\"params\":[7,8]}",
        "{\"params\":[7,8],\"params\":[7,8],\"jsonrpc\":\"2.0\",\"method\":\"Arith.multiply\",\"id\":%s}"
      })
  void paramsThatComeTwiceAreRefused(String request) {
    asker.send(request.formatted("\"twice\""));
    AlwaysAnswerTest.assertError(
        asker.answer("twice"), -32600, "INVALID_REQUEST", "no", "Request: params comes twice");
  }

  @Test
  void halfASurrogatePairIsNoIdAndNamesNoReplyList() {
    for (String half : List.of("\\ud800", "x\\udc00", "\\udc00\\ud800")) {
      asker.send(Asker.request('"' + half + '"', "Arith.multiply", "[7,8]", ""));
      AlwaysAnswerTest.assertError(
          asker.answer("null"), -32600, "INVALID_REQUEST", "no", "half a surrogate pair");
      String more = ",\"replyTo\":\"nodes:me:" + half + '"';
      asker.send(Asker.request("\"whole\"", "Arith.multiply", "[7,8]", more));
      AlwaysAnswerTest.assertError(
          asker.answer("whole"), -32600, "INVALID_REQUEST", "no", "half a surrogate pair");
    }
    asker.send(Asker.request("\"\\ud83d\\ude00\"", "Arith.multiply", "[7,8]", ""));
    assertEquals(56, asker.answer("\ud83d\ude00").get("result").asInt());
  }
}
