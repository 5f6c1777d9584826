package io.callbox.processor.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Random texts that match a regular expression of the kind that contracts have: literals, classes,
 * groups, choices and counts. What looks ahead is left out, and texts are made until one matches.
 */
final class MatchingText {

  private static final int UNBOUNDED = 5;
  private static final int TRIES = 10_000;

  private final Random random;
  private final String pattern;
  private int at;

  private MatchingText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  static String of(String pattern, Random random) {
    Pattern all = Pattern.compile(pattern);
    for (int count = 0; count < TRIES; count++) {
      String text = new MatchingText(pattern, random).choices();
      if (all.matcher(text).find()) {
        return text;
      }
    }
    throw new AssertionError("nothing matches " + pattern);
  }

  /** All choices up to the end of the group are made, and one is taken. */
  private String choices() {
    List<String> choices = new ArrayList<>();
    do {
      choices.add(sequence());
    } while (take('|'));
    return choices.get(random.nextInt(choices.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      text.append(repeated());
    }
    return text.toString();
  }

  private String repeated() {
    int start = at;
    String once = atom();
    int[] bounds = bounds();
    int end = at;
    int count = bounds[0] + random.nextInt(bounds[1] - bounds[0] + 1);
    StringBuilder text = new StringBuilder(count == 0 ? "" : once);
    for (int more = 1; more < count; more++) {
      at = start;
      text.append(atom());
    }
    at = end;
    return text.toString();
  }

  private int[] bounds() {
    if (take('?')) {
      return new int[] {0, 1};
    } else if (take('*')) {
      return new int[] {0, UNBOUNDED};
    } else if (take('+')) {
      return new int[] {1, UNBOUNDED};
    } else if (!take('{')) {
      return new int[] {1, 1};
    }
    int end = pattern.indexOf('}', at);
    String[] counts = pattern.substring(at, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(counts[0]);
    return new int[] {least, counts.length == 1 ? least : Integer.parseInt(counts[1])};
  }

  private String atom() {
    char first = pattern.charAt(at++);
    return switch (first) {
      case '^', '$' -> "";
      case '(' -> group();
      case '[' -> one();
      case '.' -> "x";
      case '\\' -> "" + pattern.charAt(at++);
      default -> "" + first;
    };
  }

  private String group() {
    boolean ahead = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
    at += ahead || pattern.startsWith("?:", at) ? 2 : 0;
    String text = choices();
    if (!take(')')) {
      throw new AssertionError(pattern + " at " + at);
    }
    return ahead ? "" : text;
  }

  private String one() {
    List<int[]> ranges = new ArrayList<>();
    while (!take(']')) {
      int first = letter();
      int last = pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']' ? rangeEnd() : first;
      ranges.add(new int[] {first, last});
    }
    int[] range = ranges.get(random.nextInt(ranges.size()));
    return "" + (char) (range[0] + random.nextInt(range[1] - range[0] + 1));
  }

  private int rangeEnd() {
    at++;
    return letter();
  }

  private int letter() {
    char letter = pattern.charAt(at++);
    if (letter != '\\') {
      return letter;
    }
    char escaped = pattern.charAt(at++);
    if (escaped != 'u') {
      return escaped;
    }
    at += 4;
    return Integer.parseInt(pattern.substring(at - 4, at), 16);
  }

  private boolean take(char wanted) {
    boolean there = at < pattern.length() && pattern.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }
}
