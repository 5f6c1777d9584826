package io.callbox.cli.output;

import io.callbox.log.Printable;

/**
 * Text that others have written, without what a terminal would obey or an editor would hide: such
 * characters are shown as {@code \\u001b}. What is JSON stays JSON of the same meaning.
 */
public final class Visible {

  private Visible() {}

  /** A text on one line. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** A text whose line feeds stay. */
  public static String text(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean lines) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (Printable.isPrintable(c) || (lines && c == '\n')) {
        out.appendCodePoint(c);
      } else {
        for (char half : Character.toChars(c)) {
          out.append(String.format("\\u%04x", (int) half));
        }
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }
}
