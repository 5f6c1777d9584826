package io.callbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the keys of maps, to be used as {@link KeyReader}s; enums have {@link EnumNames}. {@code
 * String::valueOf} is the {@link KeyWriter} for all of these, and {@code Enum::name} for enums.
 */
public final class MapKeys {

  private MapKeys() {}

  /** Reads a key as it is. */
  public static String readString(JsonParser in) throws IOException {
    return in.currentName();
  }

  /** Reads a {@code byte} key. */
  public static Byte readByte(JsonParser in) throws IOException {
    return parse(in, "a byte", Byte::valueOf);
  }

  /** Reads a {@code short} key. */
  public static Short readShort(JsonParser in) throws IOException {
    return parse(in, "a short", Short::valueOf);
  }

  /** Reads an {@code int} key. */
  public static Integer readInt(JsonParser in) throws IOException {
    return parse(in, "an int", Integer::valueOf);
  }

  /** Reads a {@code long} key. */
  public static Long readLong(JsonParser in) throws IOException {
    return parse(in, "a long", Long::valueOf);
  }

  /** Reads a {@code UUID} key. */
  public static UUID readUuid(JsonParser in) throws IOException {
    return parse(in, "a UUID", Identifiers::uuid);
  }

  private static <K> K parse(JsonParser in, String expected, Function<String, K> parser)
      throws IOException {
    try {
      return parser.apply(in.currentName());
    } catch (IllegalArgumentException malformed) {
      throw JsonMismatchException.at(
          in, "must be named by " + expected + ", got " + Excerpt.of(in));
    }
  }
}
