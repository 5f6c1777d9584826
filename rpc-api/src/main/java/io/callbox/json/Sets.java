package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code Set} and {@code SortedSet} as an array. Of equal elements the first is
 * kept.
 */
public final class Sets {

  private Sets() {}

  /** Reads a set, in the order of the array, which the caller owns and may change. */
  public static <T extends @Nullable Object> Set<T> read(
      JsonParser in, ValueReader<? extends T> element) throws IOException {
    Set<T> set = new LinkedHashSet<>();
    Lists.readInto(set, in, element);
    return set;
  }

  /** Reads a set sorted by its elements' own order; {@code null} is refused. */
  public static <T extends Comparable<? super T>> NavigableSet<T> readSorted(
      JsonParser in, ValueReader<? extends T> element) throws IOException {
    NavigableSet<T> set = new TreeSet<>();
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      set.add(notNull(in, Nullables.read(in, element)));
    }
    return set;
  }

  private static <T> T notNull(JsonParser in, @Nullable T element) throws IOException {
    if (element == null) {
      throw JsonMismatchException.at(in, "must not be null");
    }
    return element;
  }

  /** Writes a set in the order of its iterator. */
  public static <T extends @Nullable Object> void write(
      JsonGenerator out, Set<? extends T> values, ValueWriter<? super T> element)
      throws IOException {
    Lists.write(out, values, element);
  }
}
