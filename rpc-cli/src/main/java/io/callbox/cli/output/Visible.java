package io.callbox.cli.output;

import io.callbox.log.Printable;
import java.util.Locale;

/**
 * Escapes text from other programs: characters that a terminal would obey or an editor would hide
 * become {@code \\u001b}. JSON stays JSON with the same meaning.
 */
public final class Visible {

  private Visible() {}

  /** Returns a text on one line. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /** Returns a text and keeps its line feeds. */
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
        Character.toString(c)
            .chars()
            .forEach(half -> out.append(String.format(Locale.ROOT, "\\u%04x", half)));
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }
}
