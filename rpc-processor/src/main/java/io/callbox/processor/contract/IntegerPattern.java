package io.callbox.processor.contract;

import java.util.ArrayList;
import java.util.List;

/** Regular expressions for whole numbers within bounds, in Java's form: no leading zeros. */
final class IntegerPattern {

  private IntegerPattern() {}

  /** The numbers from {@code -(greatest + 1)} to {@code greatest}, as in two's complement. */
  static String symmetric(long greatest) {
    String negative = upTo(Long.toUnsignedString(greatest + 1));
    return "(" + upTo(Long.toString(greatest)) + "|-(?!0$)" + negative + ")";
  }

  /** The numbers from zero to this one. */
  static String upTo(String greatest) {
    List<String> choices = new ArrayList<>();
    choices.add("0");
    if (greatest.length() > 1) {
      choices.add("[1-9]" + digits(greatest.length() - 2, true));
    }
    for (int place = 0; place < greatest.length(); place++) {
      char digit = greatest.charAt(place);
      char least = place == 0 ? '1' : '0';
      if (digit > least) {
        String smaller =
            digit - 1 == least ? "" + least : "[" + least + "-" + (char) (digit - 1) + "]";
        choices.add(
            greatest.substring(0, place) + smaller + digits(greatest.length() - place - 1, false));
      }
    }
    choices.add(greatest);
    return "(" + String.join("|", choices) + ")";
  }

  private static String digits(int count, boolean fewer) {
    if (count == 0) {
      return "";
    }
    return "[0-9]{" + (fewer ? "0," : "") + count + "}";
  }
}
