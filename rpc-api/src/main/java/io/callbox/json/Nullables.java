package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that may be {@code null}, so that no other reader or writer receives a
 * null.
 */
public final class Nullables {

  private Nullables() {}

  /** Reads a value; for {@code null}, returns the reader's {@link ValueReader#ofNull}. */
  public static <T> @Nullable T read(JsonParser in, ValueReader<? extends T> reader)
      throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? reader.ofNull() : reader.read(in);
  }

  /** Writes a value, or {@code null}. */
  public static <T> void write(JsonGenerator out, @Nullable T value, ValueWriter<? super T> writer)
      throws IOException {
    if (value == null) {
      out.writeNull();
    } else {
      writer.write(out, value);
    }
  }
}
