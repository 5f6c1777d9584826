package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code Map} as an object, in order. Values may be {@code null}, keys may not. Of
 * equal names the last one's value is kept.
 */
public final class Maps {

  private Maps() {}

  /** Reads a map, which the caller owns and may change. */
  public static <V extends @Nullable Object> Map<String, V> read(
      JsonParser in, ValueReader<? extends V> value) throws IOException {
    Map<String, V> map = new LinkedHashMap<>();
    open(in);
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      map.put(name, readValue(in, value));
    }
    return map;
  }

  /** Writes a map in the order of its iterator. */
  public static <V extends @Nullable Object> void write(
      JsonGenerator out, Map<String, ? extends V> map, ValueWriter<? super V> value)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, ? extends V> entry : map.entrySet()) {
      out.writeFieldName(notNull(out, entry.getKey()));
      Nullables.write(out, entry.getValue(), value);
    }
    out.writeEndObject();
  }

  static void open(JsonParser in) throws IOException {
    if (!in.isExpectedStartObjectToken()) {
      throw JsonMismatchException.expected("an object", in);
    }
  }

  @SuppressWarnings("NullAway") // a null value is V's to allow, which the tool cannot see
  static <V extends @Nullable Object> V readValue(JsonParser in, ValueReader<? extends V> value)
      throws IOException {
    in.nextToken();
    return Nullables.read(in, value);
  }

  static <K> K notNull(JsonGenerator out, @Nullable K key) throws IOException {
    if (key == null) {
      throw new JsonGenerationException("a map with a null key has no JSON form", out);
    }
    return key;
  }
}
