package io.callbox.json.databind;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.callbox.json.JsonMismatchException;
import java.io.IOException;

/**
 * Reads and writes a type that generated code leaves to Jackson's databind, which reflects on it.
 * Immutable, and safe for use by many threads.
 *
 * <pre>{@code
 * private static final Databind<Box> BOX = Databind.of("Box", new TypeReference<Box>() {});
 * }</pre>
 *
 * @param <T> the type
 */
public final class Databind<T> {

  private final String name;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  private Databind(String name, ObjectReader reader, ObjectWriter writer) {
    this.name = name;
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * A reader and writer of a type.
   *
   * @param name its name in messages
   * @param type the type, with its arguments if it has any
   */
  public static <T> Databind<T> of(String name, TypeReference<T> type) {
    return new Databind<>(name, Mapper.MAPPER.readerFor(type), Mapper.MAPPER.writerFor(type));
  }

  /**
   * Reads a value.
   *
   * @throws JsonMismatchException if databind makes no {@code T} of it
   */
  public T read(JsonParser in) throws IOException {
    JsonParser kept = new KeepingItsPlace(in);
    try {
      return reader.readValue(kept);
    } catch (JsonMappingException refusal) {
      throw JsonMismatchException.at(in, "is no " + name + ": " + refusal.getOriginalMessage());
    }
  }

  /** Writes a value. */
  public void write(JsonGenerator out, T value) throws IOException {
    writer.writeValue(out, value);
  }

  /**
   * Stays on a value's last token after the value is read, where a mapper would leave the parser
   * without a token.
   */
  private static final class KeepingItsPlace extends JsonParserDelegate {

    KeepingItsPlace(JsonParser in) {
      super(in);
    }

    @Override
    public void clearCurrentToken() {}
  }
}
