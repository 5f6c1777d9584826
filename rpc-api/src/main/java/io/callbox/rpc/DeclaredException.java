package io.callbox.rpc;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.json.ValueWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a method's {@code throws} clause: its form on the wire, and the code that
 * rebuilds it. Only exceptions that are declared this way are ever rebuilt. Immutable.
 *
 * @param type its stable id on the wire
 * @param javaType its class: subclasses travel as this class
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
     * Rebuilds an exception from its message and fields.
     *
     * @param message its message; null if it had none
     * @param fields stands on the object of its fields
     */
    E read(@Nullable String message, JsonParser fields) throws IOException;
  }
}
