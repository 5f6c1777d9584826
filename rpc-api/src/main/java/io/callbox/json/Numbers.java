package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads primitive numbers. A number out of range, or with a fraction where none belongs, is
 * refused, and never narrowed. Numbers in strings are refused too. The generator writes numbers
 * itself, except those that this class writes faster.
 */
public final class Numbers {

  private Numbers() {}

  /** Reads a {@code byte}: a whole number from -128 to 127. */
  public static byte readByte(JsonParser in) throws IOException {
    return (byte) readWithin(in, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
  }

  /** Reads a {@code short}: a whole number from -32768 to 32767. */
  public static short readShort(JsonParser in) throws IOException {
    return (short) readWithin(in, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
  }

  /** Reads an {@code int}. */
  public static int readInt(JsonParser in) throws IOException {
    return (int) readWithin(in, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
  }

  /** Reads a {@code long}. */
  public static long readLong(JsonParser in) throws IOException {
    return readWithin(in, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
  }

  /** Reads a {@code float}: a number, or the strings {@code NaN} and {@code ±Infinity}. */
  public static float readFloat(JsonParser in) throws IOException {
    if (!in.currentToken().isNumeric()) {
      return (float) nonFinite(in, "a float");
    }
    float value = in.getFloatValue();
    if (Float.isInfinite(value)) {
      throw JsonMismatchException.expected("a float", in);
    }
    return value;
  }

  /** Reads a {@code double}: a number, or the strings {@code NaN} and {@code ±Infinity}. */
  public static double readDouble(JsonParser in) throws IOException {
    if (!in.currentToken().isNumeric()) {
      return nonFinite(in, "a double");
    }
    double value =
        in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            ? PlainDecimals.valueOf(in.getTextCharacters(), in.getTextOffset(), in.getTextLength())
            : Double.NaN;
    if (Double.isNaN(value)) {
      value = in.getDoubleValue();
    }
    if (Double.isInfinite(value)) {
      throw JsonMismatchException.expected("a double", in);
    }
    return value;
  }

  /** Writes a {@code double} with the digits that {@link Double#toString} gives it. */
  public static void writeDouble(JsonGenerator out, double value) throws IOException {
    char[] digits = PlainDecimals.of(value);
    if (digits == null) {
      out.writeNumber(value);
    } else {
      out.writeNumber(digits, 0, digits.length);
    }
  }

  /** Reads a {@code boolean}. */
  public static boolean readBoolean(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw JsonMismatchException.expected("a boolean", in);
    };
  }

  private static long readWithin(JsonParser in, long least, long greatest, String expected)
      throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      return wholeOf(in, least, greatest, expected);
    }
    long value;
    try {
      value = in.getLongValue();
    } catch (InputCoercionException tooLarge) {
      throw JsonMismatchException.expected(expected, in);
    }
    if (value < least || value > greatest) {
      throw JsonMismatchException.expected(expected, in);
    }
    return value;
  }

  /**
   * Reads a whole number. Some languages write one as {@code 7.0}, which is accepted if nothing is
   * lost.
   */
  private static long wholeOf(JsonParser in, long least, long greatest, String expected)
      throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      BigDecimal exact = BigNumbers.decimal(in, expected);
      long value = exact.longValue();
      if (exact.compareTo(BigDecimal.valueOf(value)) == 0 && value >= least && value <= greatest) {
        return value;
      }
    }
    throw JsonMismatchException.expected(expected, in);
  }

  private static double nonFinite(JsonParser in, String expected) throws IOException {
    String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw JsonMismatchException.expected(expected, in);
    };
  }
}
