package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one value, never {@code null} unless the writer says so, as exactly one JSON value.
 *
 * @param <T> what is written
 */
@FunctionalInterface
public interface ValueWriter<T extends @Nullable Object> {

  /** Writes {@code value} where the generator stands. */
  void write(JsonGenerator out, T value) throws IOException;
}
