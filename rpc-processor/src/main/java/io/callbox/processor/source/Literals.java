package io.callbox.processor.source;

/** Texts as Java's string literals. */
final class Literals {

  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";

  private Literals() {}

  static String quoted(String text) {
    return isPlain(text) ? '"' + text + '"' : escaped(text);
  }

  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == '"' || each == '\\' || Character.isISOControl(each)) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 8).append('"');
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      int escape = ESCAPED.indexOf(each);
      if (escape >= 0) {
        literal.append('\\').append(ESCAPES.charAt(escape));
      } else if (Character.isISOControl(each)) {
        literal.append(String.format("\\u%04x", (int) each));
      } else {
        literal.append(each);
      }
    }
    return literal.append('"').toString();
  }
}
