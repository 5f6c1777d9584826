package io.callbox.json;

import org.jspecify.annotations.Nullable;

/**
 * Writes numbers with at most three decimals, such as prices and percentages, several times faster
 * than {@link Double#toString}, and with the same text. Reads numbers with few digits faster than
 * {@link Double#parseDouble}, and as the same number.
 *
 * <p>The text is the same: of all decimals of up to 15 digits, only one is read as a given {@code
 * double}, so there is no shorter text for it. The number is the same: its digits and its power of
 * ten are both exact as {@code double}, so their quotient is rounded once.
 */
final class PlainDecimals {

  private static final double LEAST = 1e-3;

  /** The number from which on {@code Double.toString} writes an exponent. */
  private static final double TOO_GREAT = 1e7;

  private static final int UNIT = 1000;
  private static final int PLACES = 3;

  /** The number of digits that are exact as a {@code double}. */
  private static final int MOST_DIGITS = 15;

  private static final double[] POWERS = new double[MOST_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int power = 1; power < POWERS.length; power++) {
      POWERS[power] = 10 * POWERS[power - 1];
    }
  }

  private PlainDecimals() {}

  /**
   * Reads a JSON number; NaN if it has many digits or an exponent.
   *
   * @param text contains the number
   */
  static double valueOf(char[] text, int start, int length) {
    int end = start + length;
    boolean negative = text[start] == '-';
    int at = negative ? start + 1 : start;
    if (end - at > MOST_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int point = end - 1;
    for (; at < end; at++) {
      char each = text[at];
      if (each == '.') {
        point = at;
      } else if (each >= '0' && each <= '9') {
        digits = 10 * digits + each - '0';
      } else {
        return Double.NaN;
      }
    }
    double value = digits / POWERS[end - 1 - point];
    return negative ? -value : value;
  }

  /** The digits; null if the number has more digits than these, or an exponent. */
  static char @Nullable [] of(double value) {
    double magnitude = Math.abs(value);
    if (!(magnitude >= LEAST && magnitude < TOO_GREAT)) {
      return null;
    }
    long thousandths = (long) (magnitude * UNIT + 0.5);
    if ((double) thousandths / UNIT != magnitude) {
      return null;
    }
    return digits(value < 0, (int) (thousandths / UNIT), (int) (thousandths % UNIT));
  }

  private static char[] digits(boolean negative, int whole, int fraction) {
    int shortest = fraction;
    int places = PLACES;
    while (places > 1 && shortest % 10 == 0) {
      shortest /= 10;
      places--;
    }
    int sign = negative ? 1 : 0;
    int point = sign + length(whole);
    char[] digits = new char[point + 1 + places];
    put(digits, point + 1, places, shortest);
    digits[point] = '.';
    put(digits, sign, point - sign, whole);
    if (negative) {
      digits[0] = '-';
    }
    return digits;
  }

  private static int length(int whole) {
    int length = 1;
    for (int rest = whole; rest >= 10; rest /= 10) {
      length++;
    }
    return length;
  }

  private static void put(char[] digits, int from, int count, int number) {
    int rest = number;
    for (int at = from + count - 1; at >= from; at--) {
      digits[at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
