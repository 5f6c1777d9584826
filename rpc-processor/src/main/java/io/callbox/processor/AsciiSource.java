package io.callbox.processor;

import java.util.Locale;

/**
 * Turns Java source into pure ASCII, which means the same in every encoding of a compiler. In Java,
 * only ASCII follows a backslash, so the compiler always reads an escape from here as an escape.
 */
final class AsciiSource {

  private static final int FIRST_BEYOND = 0x80;

  private AsciiSource() {}

  /** Returns the same source with Unicode escapes in place of all other characters. */
  static String of(String source) {
    return isAscii(source) ? source : escaped(source);
  }

  private static boolean isAscii(String source) {
    for (int at = 0; at < source.length(); at++) {
      if (source.charAt(at) >= FIRST_BEYOND) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String source) {
    StringBuilder ascii = new StringBuilder(source.length());
    for (int at = 0; at < source.length(); at++) {
      char each = source.charAt(at);
      if (each < FIRST_BEYOND) {
        ascii.append(each);
      } else {
        ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      }
    }
    return ascii.toString();
  }
}
