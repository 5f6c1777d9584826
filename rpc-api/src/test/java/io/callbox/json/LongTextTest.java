package io.callbox.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long text is copied where it can be; it is written and read as Jackson itself does it. */
final class LongTextTest {

  private static final JsonFactory JACKSON =
      new JsonFactoryBuilder().configure(JsonFactory.Feature.CHARSET_DETECTION, false).build();

  /** Characters of each kind that is treated by itself, and of both kinds that are not ASCII. */
  private static final String SPECIAL = "\"\\/\b\f\n\r\t\u0000\u001f\u007f?\u0080\u00e9\u20ac";

  private final Random random = new Random(1);

  @Test
  void plainTextOfAnyLengthIsWrittenAndReadAsJacksonDoes() throws IOException {
    for (int length = 0; length < 600; length++) {
      check(plain(length));
    }
    check(plain(300_000));
  }

  @Test
  void eachSpecialCharacterIsFoundAtEachPlace() throws IOException {
    for (int at = 0; at < 280; at++) {
      for (int special = 0; special < SPECIAL.length(); special++) {
        StringBuilder text = new StringBuilder(plain(280));
        text.setCharAt(at, SPECIAL.charAt(special));
        check(text.toString());
      }
    }
  }

  @Test
  void textWithManySpecialCharactersIsWrittenAndReadAsJacksonDoes() throws IOException {
    for (int turn = 0; turn < 2_000; turn++) {
      StringBuilder text = new StringBuilder(plain(random.nextInt(2_000)));
      for (int change = random.nextInt(20); change > 0 && text.length() > 0; change--) {
        char special = SPECIAL.charAt(random.nextInt(SPECIAL.length()));
        text.setCharAt(random.nextInt(text.length()), special);
      }
      check(text.append(turn % 2 == 0 ? "" : "\ud83d\ude00").toString());
    }
  }

  @Test
  void halfASurrogatePairIsNoQuestionMark() throws IOException {
    for (int at = 0; at < 400; at++) {
      StringBuilder text = new StringBuilder(plain(400));
      text.setCharAt(at, '\ud83d');
      check(text.toString());
      check(text.insert(at + 1, '\ude00').append('?').toString());
    }
  }

  /** Whatever byte is changed: the same text, or the same refusal. */
  @Test
  void brokenTextIsRefusedAsJacksonDoes() {
    for (int turn = 0; turn < 20_000; turn++) {
      byte[] json = ('"' + plain(random.nextInt(40)) + "\\n" + plain(300) + "\" ").getBytes(UTF_8);
      for (int change = 0; change < 2; change++) {
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);
      }
      assertEquals(outcome(JACKSON, json), outcome(Json.FACTORY, json));
    }
  }

  @Test
  void tokenAfterTheTextIsReadInItsPlace() throws IOException {
    byte[] json = ("{\"a\":\"" + plain(500) + "\\t\",\"b\":\"c\",\"d\":[1]}").getBytes(UTF_8);
    try (JsonParser in = Json.FACTORY.createParser(json)) {
      in.nextToken();
      assertEquals("a", in.nextFieldName());
      in.nextToken();
      assertEquals(501, in.getText().length());
      assertEquals(501, in.getText().length(), "asked for again");
      assertEquals("b", in.nextFieldName());
      assertEquals("c", in.nextTextValue());
      assertEquals("d", in.nextFieldName());
      in.nextToken();
      in.skipChildren();
      assertEquals(JsonToken.END_OBJECT, in.nextToken());
      assertEquals(json.length, in.currentLocation().getByteOffset());
    }
  }

  private String plain(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      char next = (char) (' ' + random.nextInt(0x7f - ' '));
      text.append(next == '"' || next == '\\' ? '?' : next);
    }
    return text.toString();
  }

  private static void check(String text) throws IOException {
    byte[] written = write(Json.FACTORY, text);
    assertEquals(new String(write(JACKSON, text), UTF_8), new String(written, UTF_8));
    assertEquals(text + null, read(Json.FACTORY, written));
  }

  private static byte[] write(JsonFactory factory, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = factory.createGenerator(out)) {
      generator.writeString(text);
    }
    return out.toByteArray();
  }

  /** Of bytes, and of a stream that has them in pieces. */
  private static String read(JsonFactory factory, byte[] json) throws IOException {
    String outcome;
    try (JsonParser in = factory.createParser(json)) {
      outcome = read(in);
    }
    try (JsonParser in = factory.createParser(inPieces(json))) {
      assertEquals(outcome, read(in));
    }
    try (JsonParser in = factory.createParser(new ByteArrayInputStream(json))) {
      assertEquals(outcome, read(in));
    }
    return outcome;
  }

  private static String read(JsonParser in) throws IOException {
    if (in.nextToken() != JsonToken.VALUE_STRING) {
      return "no string";
    }
    String text = in.getText();
    return text + in.nextToken();
  }

  private static InputStream inPieces(byte[] json) {
    return new ByteArrayInputStream(json) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 37));
      }
    };
  }

  private static String outcome(JsonFactory factory, byte[] json) {
    try {
      return read(factory, json);
    } catch (JsonProcessingException refusal) {
      return refusal.getOriginalMessage();
    } catch (IOException refusal) {
      throw new AssertionError(new String(json, ISO_8859_1), refusal);
    }
  }
}
