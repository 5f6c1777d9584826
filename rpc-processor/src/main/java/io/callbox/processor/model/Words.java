package io.callbox.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a name from the wire, or a Java name, into a Java name of another style. */
public final class Words {

  private Words() {}

  /** {@code sumAll} and {@code sum-all} become {@code SumAll}. */
  public static String pascal(String name) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(name)
        .filter(part -> !part.isEmpty())
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code sumAll} and {@code sum-all} become {@code SUM_ALL}. Begins with a capital letter. */
  static String constant(String name) {
    String separated =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "")
            .toUpperCase(Locale.ROOT);
    boolean startsWell = !separated.isEmpty() && Character.isUpperCase(separated.charAt(0));
    return startsWell ? separated : "N" + separated;
  }
}
