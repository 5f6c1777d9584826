package io.callbox.cli.command;

import java.util.Locale;

/** The beginning of what may be too long to be read on a terminal. */
final class Excerpt {

  /** A request of this many characters is shown whole; of a longer one, the beginning. */
  static final int MOST = 16_384;

  private Excerpt() {}

  /**
   * The text; of a long one its beginning, how much is left out, and where the rest is.
   *
   * @param whole how to see all of it
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
