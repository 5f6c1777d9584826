package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code Set} as an array. Of equal elements the first is kept. */
public final class Sets {

  private Sets() {}

  /** Reads a set, in the order of the array, which the caller owns and may change. */
  public static <T extends @Nullable Object> Set<T> read(
      JsonParser in, ValueReader<? extends T> element) throws IOException {
    Set<T> set = new LinkedHashSet<>();
    Lists.readInto(set, in, element);
    return set;
  }

  /** Writes a set in the order of its iterator. */
  public static <T extends @Nullable Object> void write(
      JsonGenerator out, Set<? extends T> values, ValueWriter<? super T> element)
      throws IOException {
    Lists.write(out, values, element);
  }
}
