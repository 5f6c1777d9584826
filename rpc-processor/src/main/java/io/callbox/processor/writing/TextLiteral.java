package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/**
 * Makes string literals of users' texts. JavaPoet breaks its text at each character that ends a
 * line in any standard, and escapes only some of these.
 */
final class TextLiteral {

  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';
  private static final char FIRST_PRINTABLE = ' ';

  private TextLiteral() {}

  /** Returns a literal with this text. */
  static CodeBlock of(String text) {
    return text.indexOf(LINE_SEPARATOR) < 0 && text.indexOf(PARAGRAPH_SEPARATOR) < 0
        ? CodeBlock.of("$S", text)
        : CodeBlock.of("$L", escaped(text));
  }

  private static String escaped(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == '"' || each == '\\') {
        literal.append('\\').append(each);
      } else if (each < FIRST_PRINTABLE) {
        literal.append(
            String.format(
                Locale.ROOT, "\\%03o", (int) each)); // an escape in Unicode would end the line
      } else if (isEscaped(each)) {
        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
      } else {
        literal.append(each);
      }
    }
    return literal.append('"').toString();
  }

  private static boolean isEscaped(char each) {
    return Character.isISOControl(each) || each == LINE_SEPARATOR || each == PARAGRAPH_SEPARATOR;
  }
}
