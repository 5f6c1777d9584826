package io.callbox.internal.gateway.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.ExactCopy;
import io.callbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as unparsed text, so that numbers keep all their digits. */
public final class RawJson {

  private RawJson() {}

  /** Returns the current value of a parser, and moves the parser to its end. */
  public static String copy(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
      ExactCopy.of(in, out);
    }
    return text.toString();
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
      throw new UncheckedIOException(impossible); // nothing is written but memory
    }
    return bytes.toByteArray();
  }
}
