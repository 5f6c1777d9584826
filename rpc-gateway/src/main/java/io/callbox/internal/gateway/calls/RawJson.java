package io.callbox.internal.gateway.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.ExactCopy;
import io.callbox.json.Json;
import io.callbox.json.Unicode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** JSON as unparsed text, so that numbers keep all their digits. UTF-8 can hold all of it. */
public final class RawJson {

  private RawJson() {}

  /** Returns the current value of a parser, and moves the parser to its end. */
  public static String copy(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
      ExactCopy.of(in, out);
    }
    return writable(text.toString());
  }

  /**
   * Returns the same JSON in a form that UTF-8 can hold: half a surrogate pair, which a text may
   * have, is an escape.
   */
  public static String writable(String json) {
    if (Unicode.isWhole(json)) {
      return json;
    }
    StringBuilder whole = new StringBuilder();
    json.codePoints()
        .forEach(
            each -> {
              if (Character.MIN_SURROGATE <= each && each <= Character.MAX_SURROGATE) {
                whole.append(String.format(Locale.ROOT, "\\u%04x", each));
              } else {
                whole.appendCodePoint(each);
              }
            });
    return whole.toString();
  }

  /**
   * Checks that a text is one JSON object or array, and returns it. Text that is written unparsed
   * into a message must come from here or from {@link #copy}: other text could end the value and
   * add members to the message.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static String container(String text) {
    try (JsonParser in = Json.FACTORY.createParser(text)) {
      JsonToken first = in.nextToken();
      if (first == null || !first.isStructStart()) {
        throw new IllegalArgumentException("an object or an array is expected");
      }
      String copy = copy(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("there is something behind the end of the JSON text");
      }
      return copy;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // reads only memory
    }
  }

  /** Writes JSON. */
  @FunctionalInterface
  public interface Writing {

    /** Writes one value. */
    void write(JsonGenerator out) throws IOException;
  }

  /** Returns the written bytes. */
  public static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.FACTORY.createGenerator(bytes)) {
      writing.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // writes only memory
    }
    return bytes.toByteArray();
  }
}
