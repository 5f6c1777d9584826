package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code Map} and {@code SortedMap} as an object, in order. Values may be {@code
 * null}, keys may not. Of equal keys the last one's value is kept.
 */
public final class Maps {

  private Maps() {}

  /** Reads a map with names for keys, which the caller owns and may change. */
  public static <V extends @Nullable Object> Map<String, V> read(
      JsonParser in, ValueReader<? extends V> value) throws IOException {
    return read(in, MapKeys::readString, value);
  }

  /** Reads a map, in the order of the object, which the caller owns and may change. */
  public static <K, V extends @Nullable Object> Map<K, V> read(
      JsonParser in, KeyReader<? extends K> key, ValueReader<? extends V> value)
      throws IOException {
    Map<K, V> map = new LinkedHashMap<>();
    readInto(map, in, key, value);
    return map;
  }

  /** Reads a map sorted by its keys' own order, which the caller owns and may change. */
  public static <K extends Comparable<? super K>, V extends @Nullable Object>
      NavigableMap<K, V> readSorted(
          JsonParser in, KeyReader<? extends K> key, ValueReader<? extends V> value)
          throws IOException {
    NavigableMap<K, V> map = new TreeMap<>();
    readInto(map, in, key, value);
    return map;
  }

  /** Writes a map with names for keys in the order of its iterator. */
  public static <V extends @Nullable Object> void write(
      JsonGenerator out, Map<String, ? extends V> map, ValueWriter<? super V> value)
      throws IOException {
    write(out, map, name -> name, value);
  }

  /** Writes a map in the order of its iterator. */
  public static <K, V extends @Nullable Object> void write(
      JsonGenerator out,
      Map<? extends K, ? extends V> map,
      KeyWriter<? super K> key,
      ValueWriter<? super V> value)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
      out.writeFieldName(key.nameOf(notNull(out, entry.getKey())));
      Nullables.write(out, entry.getValue(), value);
    }
    out.writeEndObject();
  }

  @SuppressWarnings("NullAway") // V says whether values may be null
  private static <K, V extends @Nullable Object> void readInto(
      Map<K, V> map, JsonParser in, KeyReader<? extends K> key, ValueReader<? extends V> value)
      throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw JsonMismatchException.expected("an object", in);
    }
    while (in.nextFieldName() != null) {
      K read = key.readKey(in);
      in.nextToken();
      map.put(read, Nullables.read(in, value));
    }
  }

  private static <K> K notNull(JsonGenerator out, @Nullable K key) throws IOException {
    if (key == null) {
      throw new JsonGenerationException("a map with a null key has no JSON form", out);
    }
    return key;
  }
}
