package io.callbox.internal.wire;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of names, in which {@code *} stands for any text. Case does not matter. Reads each
 * character of a name at most a few times, for any pattern. Immutable.
 *
 * @param parts the texts between the stars, in lower case; one or more
 */
public record NamePattern(List<String> parts) {

  /** Reads a pattern. */
  public static NamePattern of(String text) {
    return new NamePattern(List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1)));
  }

  /** Whether a name is one of those. */
  public boolean matches(String name) {
    String text = name.toLowerCase(Locale.ROOT);
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
