package io.callbox.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt word probably means. */
final class DidYouMean {

  private DidYouMean() {}

  /** Returns a sentence with the nearest name, or with all names if none is near. */
  static String among(Collection<String> known, String word) {
    Optional<String> near = nearest(known, word);
    if (near.isPresent()) {
      return "Did you mean '" + near.get() + "'?";
    }
    return known.isEmpty() ? "There is none." : "There is: " + String.join(", ", known) + ".";
  }

  static Optional<String> nearest(Collection<String> known, String word) {
    return known.stream()
        .filter(each -> isNear(each, word))
        .min(Comparator.comparingInt(each -> distance(each, word)));
  }

  /**
   * Requires a smaller distance for short words, because any two short words differ by only one or
   * two letters.
   */
  private static boolean isNear(String one, String other) {
    int distance = distance(one, other);
    return distance <= Math.max(1, other.length() / 3) && distance < one.length();
  }

  /** Returns how many characters to change, add or remove, in any case. */
  static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[] row = new int[right.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column < row.length; column++) {
        int change = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[right.length()];
  }
}
