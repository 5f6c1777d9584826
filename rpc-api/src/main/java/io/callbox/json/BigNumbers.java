package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads and writes numbers of any size, within bounds that keep a short text from becoming a number
 * that takes all memory. Numbers in strings are refused.
 */
public final class BigNumbers {

  /** The maximum number of digits of a whole number, in any notation. */
  public static final int MAX_DIGITS = Json.MAX_DIGITS;

  /** The largest power of ten, positive or negative, by which a decimal may be scaled. */
  public static final int MAX_SCALE = 100_000;

  private static final String WHOLE = "a whole number of up to " + MAX_DIGITS + " digits";
  private static final String DECIMAL = "a number with an exponent of up to ±" + MAX_SCALE;

  private BigNumbers() {}

  /** Reads a {@code BigInteger}: a whole number, {@code 7.0} and {@code 7e3} among them. */
  public static BigInteger readBigInteger(JsonParser in) throws IOException {
    BigDecimal value = decimal(in, WHOLE);
    try {
      if (isWithin(MAX_DIGITS, value.scale()) && wholeDigits(value) <= MAX_DIGITS) {
        return value.toBigIntegerExact();
      }
    } catch (ArithmeticException expected) {
      // a fraction is refused like one that is too long
    }
    throw JsonMismatchException.expected(WHOLE, in);
  }

  /** Writes a {@code BigInteger}. */
  public static void writeBigInteger(JsonGenerator out, BigInteger value) throws IOException {
    out.writeNumber(value);
  }

  /** Reads a {@code BigDecimal} with the digits and the scale of its text. */
  public static BigDecimal readBigDecimal(JsonParser in) throws IOException {
    BigDecimal value = decimal(in, DECIMAL);
    if (!isWithin(MAX_SCALE, value.scale())) {
      throw JsonMismatchException.expected(DECIMAL, in);
    }
    return value;
  }

  /** Writes a {@code BigDecimal} such that its scale is kept. */
  public static void writeBigDecimal(JsonGenerator out, BigDecimal value) throws IOException {
    if (!isWithin(MAX_SCALE, value.scale())) {
      throw new JsonGenerationException("what is written must be " + DECIMAL, out);
    }
    out.writeNumber(value);
  }

  private static boolean isWithin(int bound, int scale) {
    return -bound <= scale && scale <= bound;
  }

  private static long wholeDigits(BigDecimal value) {
    return (long) value.precision() - value.scale();
  }

  /**
   * Reads a number with the scale of its text. The number is unbounded, so its exponent must not be
   * expanded.
   */
  static BigDecimal decimal(JsonParser in, String expected) throws IOException {
    if (!in.currentToken().isNumeric()) {
      throw JsonMismatchException.expected(expected, in);
    }
    try {
      return in.getDecimalValue();
    } catch (NumberFormatException exponentTooLarge) {
      throw JsonMismatchException.expected(expected, in);
    }
  }
}
