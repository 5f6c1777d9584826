package io.callbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartialRequestTest {

  private static final PartialRequest FOUND =
      new PartialRequest(new RequestId("1", false), "A.b", "y", "z");
  private static final String HEAD = "\"from\":\"z\",\"method\":\"A.b\",\"replyTo\":\"y\",\"id\":1";

  @Test
  void idBehindAMethodThatIsNoTextIsFound() {
    assertEquals(
        new PartialRequest(new RequestId("1", false), "", "y", null),
        rescued("{\"method\":{\"id\":2,\"replyTo\":\"x\"},\"replyTo\":\"y\",\"id\":1}"));
  }

  @Test
  void placeToAnswerToBehindAnIdThatIsNoneIsFound() {
    assertEquals(
        new PartialRequest(null, "A.b", "y", "z"),
        rescued(
            "{\"id\":{\"id\":1,\"replyTo\":\"x\"},\"method\":\"A.b\",\"from\":\"z\",\"replyTo\":\"y\"}"));
  }

  @Test
  void membersAfterATooDeepOrTooLongValueAreFound() {
    List<String> params =
        List.of(
            "[" + "7".repeat(2_000) + "]",
            "[".repeat(250_000) + "]".repeat(250_000),
            "{\"a\":".repeat(250_000) + "1" + "}".repeat(250_000),
            "{\"" + "n".repeat(60_000) + "\":1}");
    for (String each : params) {
      assertEquals(FOUND, rescued("{\"params\":" + each + "," + HEAD + "}"));
      assertEquals(FOUND, rescued("{" + HEAD + ",\"params\":" + each + "}"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"params\":[01],#}",
        "{\"params\":{\"a\":},#}",
        "{\"params\":[1,2,#}",
        "{'params':[1,2],#}",
        "{,,#}",
        "{:,}#,1",
        "{\"x\" 7,#",
        "{#,\"params\":{\"a\":7",
        "{#,\"params\":\"never ended",
        "{\"par\\\"ams\":\"id\\\\\",#,\"b\":{\"id\":2,\"replyTo\":\"x\"}}"
      })
  void brokenPartHidesNothingThatCanBeRead(String message) {
    PartialRequest found = rescued(message.replace("#", HEAD));
    boolean within = message.startsWith("{\"params\":[1,2,") || message.startsWith("{:,}");
    assertEquals(within ? new PartialRequest(null, "", null, null) : FOUND, found, message);
  }

  @Test
  void namesMayBeEscaped() {
    assertEquals(
        FOUND,
        rescued(
            "{\"\\u006dethod\":\"A.b\",\"\\u0072\\u0065\\u0070\\u006c\\u0079\\u0054\\u006f\""
                + ":\"y\",\"fro\\u006d\":\"z\",\"i\\u0064\":1}"));
  }

  @Test
  void membersOfABatchAreFoundBesideWhatIsNone() {
    String batch = " [ 17, {" + HEAD + "}, [{" + HEAD + "}], {\"id\":null} , \"{\", {" + HEAD + "";
    assertEquals(
        List.of(FOUND, new PartialRequest(RequestId.NULL, "", null, null), FOUND),
        PartialRequest.ofBatch(slice(batch)));
  }

  @Test
  void noMoreMembersAreLookedAtThanABatchMayHave() {
    String batch = "[" + "{},".repeat(2_000) + "]";
    assertEquals(Batch.MAX_MEMBERS, PartialRequest.ofBatch(slice(batch)).size());
  }

  @Test
  void longNoiseIsScannedToItsEnd() {
    for (String noise : List.of("[", "{", "}", "]", ",", ":", "\"", "\\", "[}", "{]", "\u0000")) {
      assertNull(rescued("{" + noise.repeat(10_000)).id(), noise);
      assertTrue(
          PartialRequest.ofBatch(slice("[" + noise.repeat(10_000))).stream()
              .allMatch(found -> found.id() == null),
          noise);
    }
  }

  private static PartialRequest rescued(String request) {
    return PartialRequest.of(slice(request));
  }

  private static Slice slice(String message) {
    return Slice.of(message.getBytes(StandardCharsets.UTF_8));
  }
}
