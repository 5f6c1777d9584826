package io.callbox.internal.wire;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of names, in which {@code *} stands for any text. Case does not matter. The sender of a
 * request chooses the names in it, so the time for one name must be bounded: a pattern and a name
 * have a maximum length. Immutable.
 *
 * @param parts the texts between the stars, in lower case; one or more
 */
public record NamePattern(List<String> parts) {

  /** The maximum length of a pattern, in characters. */
  public static final int LONGEST_TEXT = 256;

  /** The maximum length of a name, in characters. No pattern matches a longer one. */
  public static final int LONGEST_NAME = 1_024;

  /**
   * Reads a pattern.
   *
   * @param what a word for the named things, for the message
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public static NamePattern of(String what, String text) {
    String lower = bounded(what, text).toLowerCase(Locale.ROOT);
    return new NamePattern(List.of(lower.split("\\*", -1)));
  }

  /**
   * Returns the text.
   *
   * @param what a word for the text, for the message
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST_TEXT}
   */
  public static String bounded(String what, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "'" + what + "' is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  /** Returns whether a name matches the pattern. */
  public boolean matches(String name) {
    return name.length() <= LONGEST_NAME && matchesLower(name.toLowerCase(Locale.ROOT));
  }

  private boolean matchesLower(String text) {
    String first = parts.get(0);
    if (parts.size() == 1) {
      return text.equals(first);
    } else if (!text.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    String last = parts.get(parts.size() - 1);
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
