package io.callbox.cli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that a misspelt word probably means, of a service or of its methods. What picocli
 * finds options by is its own secret.
 */
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
   * Returns whether two words are near. Short words need a smaller distance, because any two short
   * words differ by only one or two letters.
   */
  private static boolean isNear(String one, String other) {
    int distance = distance(one, other);
    return distance <= Math.max(1, other.length() / 3) && distance < one.length();
  }

  /** Returns the number of characters to change, add, remove or swap with the next, in any case. */
  static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[][] steps = new int[left.length() + 1][right.length() + 1];
    for (int line = 0; line <= left.length(); line++) {
      for (int column = 0; column <= right.length(); column++) {
        steps[line][column] =
            line == 0 || column == 0 ? line + column : least(steps, left, line, right, column);
      }
    }
    return steps[left.length()][right.length()];
  }

  private static int least(int[][] steps, String left, int line, String right, int column) {
    boolean same = left.charAt(line - 1) == right.charAt(column - 1);
    int change = steps[line - 1][column - 1] + (same ? 0 : 1);
    int least = Math.min(change, 1 + Math.min(steps[line - 1][column], steps[line][column - 1]));
    boolean swapped =
        line > 1
            && column > 1
            && left.charAt(line - 1) == right.charAt(column - 2)
            && left.charAt(line - 2) == right.charAt(column - 1);
    return swapped ? Math.min(least, steps[line - 2][column - 2] + 1) : least;
  }
}
