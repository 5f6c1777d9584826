package io.callbox.cli.command;

import java.util.Locale;

/** Cuts a text that is too long for a terminal. */
final class Excerpt {

  /** The maximum number of characters of a request that is shown whole. */
  static final int MOST = 16_384;

  private Excerpt() {}

  /**
   * Returns the text; for a long text, its beginning, the number of characters that are left out,
   * and a way to see the whole text.
   *
   * @param whole the way to see the whole text
   */
  static String of(String text, String whole) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    String left = String.format(Locale.ROOT, "%,d", text.length() - end);
    return text.substring(0, end) + "… and " + left + " characters more: " + whole + '.';
  }
}
