package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code List} and {@code Collection} as arrays, in order. Elements may be {@code
 * null}; the element's reader and writer do not see those.
 */
public final class Lists {

  private Lists() {}

  /** Reads a list, which the caller owns and may change. */
  public static <T extends @Nullable Object> List<T> read(
      JsonParser in, ValueReader<? extends T> element) throws IOException {
    List<T> list = new ArrayList<>();
    readInto(list, in, element);
    return list;
  }

  /** Writes a collection of any kind in the order of its iterator. */
  public static <T extends @Nullable Object> void write(
      JsonGenerator out, Collection<? extends T> values, ValueWriter<? super T> element)
      throws IOException {
    out.writeStartArray();
    for (T value : values) {
      Nullables.write(out, value, element);
    }
    out.writeEndArray();
  }

  /** Reads an array's elements into a collection that takes {@code null}. */
  @SuppressWarnings("NullAway") // T says whether elements may be null
  static <T extends @Nullable Object> void readInto(
      Collection<T> target, JsonParser in, ValueReader<? extends T> element) throws IOException {
    open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      target.add(Nullables.read(in, element));
    }
  }

  /** Checks that the parser stands at the start of an array. */
  static void open(JsonParser in) throws IOException {
    if (!in.isExpectedStartArrayToken()) {
      throw JsonMismatchException.expected("an array", in);
    }
  }
}
