package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads and writes numbers of any size, within bounds that keep a short text from becoming a number
 * that takes all memory. Numbers in strings are refused.
 */
public final class BigNumbers {

  /** Most digits of a whole number, however it is written. */
  public static final int MAX_DIGITS = 1000;

  /** Largest power of ten, positive or negative, that a decimal may be scaled by. */
  public static final int MAX_SCALE = 100_000;

  private BigNumbers() {}

  /** Reads a {@code BigInteger}: a whole number, {@code 7.0} and {@code 7e3} among them. */
  public static BigInteger readBigInteger(JsonParser in) throws IOException {
    BigDecimal value = number(in, "a whole number");
    if (Math.abs((long) value.scale()) > MAX_DIGITS || wholeDigits(value) > MAX_DIGITS) {
      throw JsonMismatchException.at(in, "must have no more than " + MAX_DIGITS + " digits");
    }
    try {
      return value.toBigIntegerExact();
    } catch (ArithmeticException fraction) {
      throw JsonMismatchException.expected("a whole number", in);
    }
  }

  /** Writes a {@code BigInteger}. */
  public static void writeBigInteger(JsonGenerator out, BigInteger value) throws IOException {
    out.writeNumber(value);
  }

  /** Reads a {@code BigDecimal} with the digits and the scale it is written with. */
  public static BigDecimal readBigDecimal(JsonParser in) throws IOException {
    BigDecimal value = number(in, "a number");
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw JsonMismatchException.at(in, "must be scaled by no more than 1E±" + MAX_SCALE);
    }
    return value;
  }

  /** Writes a {@code BigDecimal} such that its scale is kept. */
  public static void writeBigDecimal(JsonGenerator out, BigDecimal value) throws IOException {
    out.writeNumber(value);
  }

  private static long wholeDigits(BigDecimal value) {
    return (long) value.precision() - value.scale();
  }

  /** The parser decodes a number when asked for it, and then fails on too many digits. */
  private static BigDecimal number(JsonParser in, String expected) throws IOException {
    if (!in.currentToken().isNumeric()) {
      throw JsonMismatchException.expected(expected, in);
    }
    try {
      return in.getDecimalValue();
    } catch (JsonProcessingException undecodable) {
      throw JsonMismatchException.at(in, "is too large or too small a number");
    }
  }
}
