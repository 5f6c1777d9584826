package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one value as exactly one JSON value. The value is never {@code null} unless the writer
 * says so.
 *
 * @param <T> what is written
 */
@FunctionalInterface
public interface ValueWriter<T extends @Nullable Object> {

  /** Writes {@code value} at the generator's position. */
  void write(JsonGenerator out, T value) throws IOException;
}
