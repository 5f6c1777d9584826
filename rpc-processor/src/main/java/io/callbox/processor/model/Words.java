package io.callbox.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a name from the wire, or a Java name, into a Java name of another style. */
public final class Words {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SMALL_THEN_CAPITAL = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern LAST_CAPITAL = Pattern.compile("([A-Z])([A-Z][a-z])");
  private static final Pattern AT_AN_END = Pattern.compile("^_|_$");

  private Words() {}

  /** {@code sumAll} and {@code sum-all} become {@code SumAll}. */
  public static String pascal(String name) {
    return NO_LETTERS
        .splitAsStream(name)
        .filter(part -> !part.isEmpty())
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code sumAll} and {@code sum-all} become {@code SUM_ALL}. Begins with a capital letter. */
  static String constant(String name) {
    String humps = SMALL_THEN_CAPITAL.matcher(name).replaceAll("$1_$2");
    String words = LAST_CAPITAL.matcher(humps).replaceAll("$1_$2");
    String joined = NO_LETTERS.matcher(words).replaceAll("_");
    String separated = AT_AN_END.matcher(joined).replaceAll("").toUpperCase(Locale.ROOT);
    boolean startsWell = !separated.isEmpty() && Character.isUpperCase(separated.charAt(0));
    return startsWell ? separated : "N" + separated;
  }
}
