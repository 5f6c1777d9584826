package io.callbox.rpc;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.ValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a method's {@code throws} clause: how it travels, and how it is rebuilt as
 * itself. Nothing but what is declared this way is ever rebuilt. Immutable.
 *
 * @param type its stable id on the wire
 * @param javaType its class: subclasses travel as it
 * @param writer writes its fields as one JSON object
 * @param reader rebuilds it
 * @param <E> the exception
 */
public record DeclaredException<E extends Throwable>(
    String type, Class<E> javaType, ValueWriter<E> writer, Reader<E> reader) {

  /**
   * Rebuilds an exception on the caller's side.
   *
   * @param <E> the exception
   */
  @FunctionalInterface
  public interface Reader<E extends Throwable> {

    /**
     * Rebuilds an exception from what travelled.
     *
     * @param message its message; null if it had none
     * @param fields stands on the object of its fields
     */
    E read(@Nullable String message, JsonParser fields) throws IOException;
  }
}
