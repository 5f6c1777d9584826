package io.callbox.processor.model;

import java.util.Locale;

/** Turns a name from the wire, or a Java name, into a Java name of another style. */
public final class Words {

  private Words() {}

  /** Converts {@code sumAll} and {@code sum-all} to {@code SumAll}. */
  public static String pascal(String name) {
    StringBuilder pascal = new StringBuilder(name.length());
    boolean begins = true;
    int letter;
    for (int at = 0; at < name.length(); at += Character.charCount(letter)) {
      letter = name.codePointAt(at);
      boolean counts = isOfWord(letter);
      if (counts) {
        pascal.appendCodePoint(begins ? capital(letter) : letter);
      }
      begins = !counts;
    }
    return pascal.toString();
  }

  /** Returns a capital letter. Only letters of the basic plane become capitals. */
  private static int capital(int letter) {
    return Character.isBmpCodePoint(letter) ? Character.toUpperCase(letter) : letter;
  }

  /**
   * Converts {@code sumAll} and {@code sum-all} to {@code SUM_ALL}. Begins with a capital letter.
   */
  static String constant(String name) {
    StringBuilder words = new StringBuilder(name.length() + 8);
    boolean begins = false;
    int letter;
    for (int at = 0; at < name.length(); at += Character.charCount(letter)) {
      letter = name.codePointAt(at);
      boolean counts = isOfWord(letter);
      if (counts && (begins || isHump(name, at)) && !words.isEmpty()) {
        words.append('_');
      }
      if (counts) {
        words.appendCodePoint(letter);
      }
      begins = !counts;
    }
    String separated = words.toString().toUpperCase(Locale.ROOT);
    boolean startsWell = !separated.isEmpty() && Character.isUpperCase(separated.charAt(0));
    return startsWell ? separated : "N" + separated;
  }

  private static boolean isOfWord(int letter) {
    return switch (Character.getType(letter)) {
      case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetterOrDigit(letter);
    };
  }

  /**
   * Returns whether a new word begins: a capital after a small letter or digit, or the last of
   * several capitals.
   */
  private static boolean isHump(String name, int at) {
    if (at == 0 || !isCapital(name.charAt(at))) {
      return false;
    }
    char before = name.charAt(at - 1);
    boolean lastOfSeveral =
        isCapital(before) && at + 1 < name.length() && isSmall(name.charAt(at + 1));
    return isSmall(before) || (before >= '0' && before <= '9') || lastOfSeveral;
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static boolean isSmall(char letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
