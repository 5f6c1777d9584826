package io.callbox.deadletter;

import java.util.List;
import java.util.Locale;

/**
 * A name, or names that are alike: {@code *} stands for any text. Upper and lower case are the
 * same. Looks at each character of a name a few times at most, whatever the pattern. Immutable.
 *
 * @param parts what is between the stars, in lower case; one or more
 */
record NamePattern(List<String> parts) {

  static NamePattern of(String text) {
    return new NamePattern(List.of(text.toLowerCase(Locale.ROOT).split("\\*", -1)));
  }

  boolean matches(String name) {
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
