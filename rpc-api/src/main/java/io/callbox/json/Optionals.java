package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads and writes {@code Optional}: the value itself, or {@code null} for an empty one. Within a
 * collection, a map or another {@code Optional} use {@link #reader}, which reads {@code null} as an
 * empty element.
 */
public final class Optionals {

  private Optionals() {}

  /** Reads an optional value; the parser may stand on {@code null}. */
  public static <T> Optional<T> read(JsonParser in, ValueReader<? extends T> reader)
      throws IOException {
    return Optional.ofNullable(Nullables.read(in, reader));
  }

  /** Writes an optional value. */
  public static <T> void write(
      JsonGenerator out, Optional<? extends T> value, ValueWriter<? super T> writer)
      throws IOException {
    Nullables.write(out, value.orElse(null), writer);
  }

  /** Makes a reader of optional values, for elements of another type. */
  public static <T> ValueReader<Optional<T>> reader(ValueReader<? extends T> reader) {
    return new ValueReader<>() {
      @Override
      public Optional<T> read(JsonParser in) throws IOException {
        return Optionals.read(in, reader);
      }

      @Override
      public Optional<T> ofNull() {
        return Optional.ofNullable(reader.ofNull());
      }
    };
  }
}
