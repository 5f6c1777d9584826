package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value. When it is called, the parser stands on the value's first token, never on {@code
 * null}. When it returns, the parser stands on the value's last token.
 *
 * @param <T> what is read
 */
@FunctionalInterface
public interface ValueReader<T extends @Nullable Object> {

  /**
   * Reads the value the parser stands on.
   *
   * @throws JsonMismatchException if what is there is no {@code T}
   */
  T read(JsonParser in) throws IOException;

  /**
   * The value of a JSON {@code null}, within a collection too: {@code null} itself unless the type
   * has a value for it, as {@code Optional} has.
   */
  default @Nullable T ofNull() {
    return null;
  }
}
