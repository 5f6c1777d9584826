package io.callbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.json.databind.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read, and what would not be read is not written: one set of limits. */
final class LimitsTest {

  @Test
  void nestingIsBoundedAlike() throws IOException {
    assertEquals(Json.MAX_DEPTH, depthOf(written(out -> nest(out, Json.MAX_DEPTH))));
    refusedBothWays(out -> nest(out, Json.MAX_DEPTH + 1), nested(Json.MAX_DEPTH + 1), "depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u00fc", "\u20ac", "\ud83d\ude00"})
  void namesAreBoundedAlike(String character) throws IOException {
    int most = Json.MAX_NAME_BYTES / character.getBytes(StandardCharsets.UTF_8).length;
    String longest = character.repeat(most);
    assertEquals(longest, nameIn(written(out -> writeName(out, longest))));
    String longer = longest + "xxxx";
    refusedBothWays(out -> writeName(out, longer), "{\"" + longer + "\":1}", "10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\udc00", "\udc00\ud800", "\ud83d\ude00\ud83d"})
  void halfASurrogatePairIsNoName(String name) {
    String escaped = name.replace("\ud800", "\\ud800").replace("\udc00", "\\udc00");
    refusedBothWays(
        out -> Maps.write(out, Map.of(name, "value"), Texts::writeString),
        "{\"" + escaped.replace("\ud83d\ude00\ud83d", "\\ud83d") + "\":1}",
        "surrogate pair");
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put(name, 1);
    assertThrows(IOException.class, () -> written(out -> Trees.writeObject(out, tree)));
  }

  @Test
  void halfASurrogatePairTravelsInText() throws IOException {
    String text = "x\ud800y\udc00\ud83d\ude00";
    assertEquals(text, textIn(written(out -> Texts.writeString(out, text))));
  }

  @Test
  void wholeNumbersAreBoundedAlike() throws IOException {
    BigInteger most = BigInteger.TEN.pow(Json.MAX_DIGITS).subtract(BigInteger.ONE);
    for (BigInteger each : List.of(most, most.negate(), BigInteger.ZERO)) {
      String json = written(out -> BigNumbers.writeBigInteger(out, each));
      assertEquals(each, read(json, BigNumbers::readBigInteger));
    }
    for (BigInteger each : List.of(most.add(BigInteger.ONE), BigInteger.TEN.pow(9_000).negate())) {
      refusedBothWays(out -> BigNumbers.writeBigInteger(out, each), each.toString(), "1000");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "0.%s", "-0.0%s", "%s.5", "%se5", "%sE-9000", "0.000000%s", "%se+77777"})
  void decimalsAreBoundedAlike(String form) throws IOException {
    for (int digits = Json.MAX_DIGITS - 12; digits < Json.MAX_DIGITS + 3; digits++) {
      BigDecimal value = new BigDecimal(form.formatted("7".repeat(digits)));
      String text = value.toString();
      if (text.replaceAll("[^0-9]", "").length() > Json.MAX_DIGITS) {
        refusedBothWays(out -> BigNumbers.writeBigDecimal(out, value), text, "1000");
      } else {
        String json = written(out -> BigNumbers.writeBigDecimal(out, value));
        assertEquals(value, read(json, BigNumbers::readBigDecimal));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E-100001", "1E+100001", "1E-2147483647"})
  void scaleIsBoundedAlike(String text) {
    BigDecimal value = new BigDecimal(text);
    assertThrows(
        IOException.class, () -> written(out -> BigNumbers.writeBigDecimal(out, value)), text);
    assertThrows(IOException.class, () -> read(text, BigNumbers::readBigDecimal), text);
  }

  @Test
  void textMayBeAsLongAsAMessage() throws IOException {
    String text = "x".repeat(20_000_001);
    assertEquals(text.length(), textIn(written(out -> Texts.writeString(out, text))).length());
  }

  private interface Writing {
    void write(JsonGenerator out) throws IOException;
  }

  private static void refusedBothWays(Writing writing, String json, String problem) {
    String message = assertThrows(IOException.class, () -> written(writing)).toString();
    assertTrue(message.contains(problem), message);
    assertThrows(IOException.class, () -> depthOf(json), json);
  }

  private static String written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      writing.write(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static <T> T read(String json, ValueReader<T> reader) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json.getBytes(StandardCharsets.UTF_8))) {
      in.nextToken();
      return reader.read(in);
    }
  }

  private static String textIn(String json) throws IOException {
    return read(json, Texts::readString);
  }

  private static String nameIn(String json) throws IOException {
    return read(json, JsonParser::nextFieldName);
  }

  /** Reads all there is. */
  private static int depthOf(String json) throws IOException {
    int deepest = 0;
    try (JsonParser in = Json.FACTORY.createParser(json.getBytes(StandardCharsets.UTF_8))) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        deepest = Math.max(deepest, in.getParsingContext().getNestingDepth());
        if (token.isNumeric()) {
          in.getDecimalValue();
        }
      }
    }
    return deepest;
  }

  private static void writeName(JsonGenerator out, String name) throws IOException {
    out.writeStartObject();
    out.writeNumberField(name, 1);
    out.writeEndObject();
  }

  private static void nest(JsonGenerator out, int depth) throws IOException {
    for (int level = 0; level < depth; level++) {
      out.writeStartArray();
    }
    for (int level = 0; level < depth; level++) {
      out.writeEndArray();
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
