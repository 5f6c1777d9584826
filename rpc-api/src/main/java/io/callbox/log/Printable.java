package io.callbox.log;

import org.jspecify.annotations.Nullable;

/**
 * Text from other programs in a form for a log: on one line, without characters that a terminal
 * obeys or an editor hides, and at most a thousand characters long.
 */
public final class Printable {

  private static final int MAX_LENGTH = 1_000;

  private Printable() {}

  /** The text itself, if it may be logged as it is; else with escapes, or cut. */
  public static String of(@Nullable Object what) {
    String text = String.valueOf(what);
    return isPrintable(text) ? text : escaped(text);
  }

  static boolean isPrintable(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < ' ' || c > '~') && !isPrintable(text.codePointAt(at))) {
        return false;
      }
      at += Character.isHighSurrogate(c) ? 1 : 0; // the second half has been checked
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length() && out.length() < MAX_LENGTH; ) {
      int c = text.codePointAt(at);
      if (isPrintable(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(String.format(c > 0xffff ? "\\u{%x}" : "\\u%04x", c));
      }
      at += Character.charCount(c);
      if (out.length() >= MAX_LENGTH && at < text.length()) {
        out.append('…');
      }
    }
    return out.toString();
  }

  /**
   * Returns false for controls, line and paragraph separators, characters that change the
   * direction, and halves of surrogate pairs.
   */
  public static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
