package io.callbox.processor;

/**
 * Java source of ASCII alone, which means the same in every encoding that a compiler may be told to
 * use. What stands behind a backslash in Java is ASCII, so an escape made here is always read as
 * one.
 */
final class AsciiSource {

  private static final int FIRST_BEYOND = 0x80;

  private AsciiSource() {}

  /** The same source with Unicode escapes in place of all other characters. */
  static String of(String source) {
    return source.chars().allMatch(each -> each < FIRST_BEYOND) ? source : escaped(source);
  }

  private static String escaped(String source) {
    StringBuilder ascii = new StringBuilder(source.length());
    for (int at = 0; at < source.length(); at++) {
      char each = source.charAt(at);
      if (each < FIRST_BEYOND) {
        ascii.append(each);
      } else {
        ascii.append(String.format("\\u%04x", (int) each));
      }
    }
    return ascii.toString();
  }
}
