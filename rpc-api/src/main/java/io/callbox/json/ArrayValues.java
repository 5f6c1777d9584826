package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes arrays, except {@code byte[]} which is {@link Bytes}. A {@code char[]} is a
 * string. Elements of an array of objects may be {@code null}, those of a primitive array may not.
 */
public final class ArrayValues {

  private static final int FIRST_CAPACITY = 16;

  private ArrayValues() {}

  /** Reads an array of objects; {@code array} makes one of the given length. */
  @SuppressWarnings("NullAway") // T says whether elements may be null
  public static <T extends @Nullable Object> T[] read(
      JsonParser in, ValueReader<? extends T> element, IntFunction<T[]> array) throws IOException {
    List<T> values = new ArrayList<>();
    Lists.readInto(values, in, element);
    return values.toArray(array.apply(values.size()));
  }

  /** Writes an array of objects. */
  public static <T extends @Nullable Object> void write(
      JsonGenerator out, T[] values, ValueWriter<? super T> element) throws IOException {
    out.writeStartArray();
    for (T value : values) {
      Nullables.write(out, value, element);
    }
    out.writeEndArray();
  }

  /** Reads a {@code boolean[]}. */
  public static boolean[] readBooleans(JsonParser in) throws IOException {
    boolean[] values = new boolean[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readBoolean(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes a {@code boolean[]}. */
  public static void writeBooleans(JsonGenerator out, boolean[] values) throws IOException {
    out.writeStartArray();
    for (boolean value : values) {
      out.writeBoolean(value);
    }
    out.writeEndArray();
  }

  /** Reads a {@code char[]}: a string. */
  public static char[] readChars(JsonParser in) throws IOException {
    return Texts.readString(in).toCharArray();
  }

  /** Writes a {@code char[]} as a string. */
  public static void writeChars(JsonGenerator out, char[] values) throws IOException {
    out.writeString(values, 0, values.length);
  }

  /** Reads a {@code short[]}. */
  public static short[] readShorts(JsonParser in) throws IOException {
    short[] values = new short[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readShort(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes a {@code short[]}. */
  public static void writeShorts(JsonGenerator out, short[] values) throws IOException {
    out.writeStartArray();
    for (short value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
  }

  /** Reads an {@code int[]}. */
  public static int[] readInts(JsonParser in) throws IOException {
    int[] values = new int[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readInt(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes an {@code int[]}. */
  public static void writeInts(JsonGenerator out, int[] values) throws IOException {
    out.writeArray(values, 0, values.length);
  }

  /** Reads a {@code long[]}. */
  public static long[] readLongs(JsonParser in) throws IOException {
    long[] values = new long[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readLong(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes a {@code long[]}. */
  public static void writeLongs(JsonGenerator out, long[] values) throws IOException {
    out.writeArray(values, 0, values.length);
  }

  /** Reads a {@code float[]}. */
  public static float[] readFloats(JsonParser in) throws IOException {
    float[] values = new float[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readFloat(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes a {@code float[]}. */
  public static void writeFloats(JsonGenerator out, float[] values) throws IOException {
    out.writeStartArray();
    for (float value : values) {
      out.writeNumber(value);
    }
    out.writeEndArray();
  }

  /** Reads a {@code double[]}. */
  public static double[] readDoubles(JsonParser in) throws IOException {
    double[] values = new double[FIRST_CAPACITY];
    int size = 0;
    Lists.open(in);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values = size < values.length ? values : Arrays.copyOf(values, size * 2);
      values[size++] = Numbers.readDouble(in);
    }
    return Arrays.copyOf(values, size);
  }

  /** Writes a {@code double[]}. */
  public static void writeDoubles(JsonGenerator out, double[] values) throws IOException {
    out.writeStartArray();
    for (double value : values) {
      Numbers.writeDouble(out, value);
    }
    out.writeEndArray();
  }
}
