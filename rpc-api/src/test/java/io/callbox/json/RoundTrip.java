package io.callbox.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one value from a text and writes one to a text, checking where the parser is left. */
final class RoundTrip {

  private RoundTrip() {}

  /** Reads the only value of a text, as generated code does for a member that may be null. */
  static <T> @Nullable T read(String json, ValueReader<? extends T> reader) throws IOException {
    try (JsonParser in = Json.FACTORY.createParser(json.getBytes(UTF_8))) {
      in.nextToken();
      T value = Nullables.read(in, reader);
      assertNull(in.nextToken(), "the reader must stop on the value's last token");
      return value;
    }
  }

  static <T> String write(@Nullable T value, ValueWriter<? super T> writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      Nullables.write(out, value, writer);
    }
    return bytes.toString(UTF_8);
  }

  /** The message with which a reader refuses a text. */
  static String refusal(String json, ValueReader<?> reader) {
    JsonMismatchException refused =
        assertThrows(JsonMismatchException.class, () -> read(json, reader));
    return String.valueOf(refused.getMessage());
  }
}
