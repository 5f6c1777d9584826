package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The text of an error if none of some names was found: the names, or the first of very many. */
final class OneOf {

  /**
   * The maximum length. A class file holds no text of more than 65,535 bytes, and no reader wants
   * that much.
   */
  private static final int MOST_CHARACTERS = 2_000;

  private OneOf() {}

  static CodeBlock of(List<String> names) {
    StringBuilder text = new StringBuilder("one of ");
    for (int at = 0; at < names.size(); at++) {
      if (at > 0 && text.length() > MOST_CHARACTERS) {
        text.append(" and ").append(names.size() - at).append(" others");
        break;
      }
      text.append(at == 0 ? "" : ", ").append(names.get(at));
    }
    return TextLiteral.of(text.toString());
  }
}
