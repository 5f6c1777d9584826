package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Reads and writes optional primitive numbers: the number, or {@code null} for an empty one. Within
 * a collection use the constants, which read {@code null} as an empty element.
 */
public final class OptionalNumbers {

  /** Reads {@code OptionalInt} elements. */
  public static final ValueReader<OptionalInt> INT =
      element(OptionalNumbers::readInt, OptionalInt::empty);

  /** Reads {@code OptionalLong} elements. */
  public static final ValueReader<OptionalLong> LONG =
      element(OptionalNumbers::readLong, OptionalLong::empty);

  /** Reads {@code OptionalDouble} elements. */
  public static final ValueReader<OptionalDouble> DOUBLE =
      element(OptionalNumbers::readDouble, OptionalDouble::empty);

  private OptionalNumbers() {}

  /** Reads an {@code OptionalInt}; the parser may stand on {@code null}. */
  public static OptionalInt readInt(JsonParser in) throws IOException {
    return isNull(in) ? OptionalInt.empty() : OptionalInt.of(Numbers.readInt(in));
  }

  /** Writes an {@code OptionalInt}. */
  public static void writeInt(JsonGenerator out, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      out.writeNumber(value.getAsInt());
    } else {
      out.writeNull();
    }
  }

  /** Reads an {@code OptionalLong}; the parser may stand on {@code null}. */
  public static OptionalLong readLong(JsonParser in) throws IOException {
    return isNull(in) ? OptionalLong.empty() : OptionalLong.of(Numbers.readLong(in));
  }

  /** Writes an {@code OptionalLong}. */
  public static void writeLong(JsonGenerator out, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      out.writeNumber(value.getAsLong());
    } else {
      out.writeNull();
    }
  }

  /** Reads an {@code OptionalDouble}; the parser may stand on {@code null}. */
  public static OptionalDouble readDouble(JsonParser in) throws IOException {
    return isNull(in) ? OptionalDouble.empty() : OptionalDouble.of(Numbers.readDouble(in));
  }

  /** Writes an {@code OptionalDouble}. */
  public static void writeDouble(JsonGenerator out, OptionalDouble value) throws IOException {
    if (value.isPresent()) {
      Numbers.writeDouble(out, value.getAsDouble());
    } else {
      out.writeNull();
    }
  }

  private static boolean isNull(JsonParser in) {
    return in.currentToken() == JsonToken.VALUE_NULL;
  }

  private static <T> ValueReader<T> element(ValueReader<T> reader, Supplier<T> empty) {
    return new ValueReader<>() {
      @Override
      public T read(JsonParser in) throws IOException {
        return reader.read(in);
      }

      @Override
      public T ofNull() {
        return empty.get();
      }
    };
  }
}
