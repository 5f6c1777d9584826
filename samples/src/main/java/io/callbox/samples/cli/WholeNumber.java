package io.callbox.samples.cli;

/** Reads whole numbers. */
public final class WholeNumber {

  private WholeNumber() {}

  /**
   * Reads an {@code int}.
   *
   * @param what names the value in the error
   * @throws UsageException if it is none
   */
  public static int parse(String what, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UsageException(what + " must be a whole number, got '" + text + "'");
    }
  }

  /**
   * Reads an {@code int} above zero.
   *
   * @param what names the value in the error
   * @throws UsageException if it is none
   */
  public static int positive(String what, String text) {
    int number = parse(what, text);
    if (number < 1) {
      throw new UsageException(what + " must be above zero, got " + number);
    }
    return number;
  }
}
