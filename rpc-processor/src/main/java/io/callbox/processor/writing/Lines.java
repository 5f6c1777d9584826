package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.MemberModel;
import java.util.List;

/** Enumerations that continue on the next line where one is full. */
final class Lines {

  private Lines() {}

  /** The variables that hold members. */
  static String variables(List<MemberModel> members) {
    StringBuilder variables = new StringBuilder();
    for (MemberModel member : members) {
      add(member.name(), variables);
    }
    return variables.toString();
  }

  /** Texts, in quotes. */
  static String quoted(List<String> texts) {
    StringBuilder quoted = new StringBuilder();
    texts.forEach(text -> add(TextLiteral.text(text), quoted));
    return quoted.toString();
  }

  /** Adds one to others. */
  static void add(String part, StringBuilder others) {
    if (!others.isEmpty()) {
      others.append(',').append(FilledText.SPACE);
    }
    others.append(part);
  }

  /** An enumeration as JavaPoet has it. */
  static CodeBlock code(String enumeration) {
    CodeBlock.Builder code = CodeBlock.builder();
    int from = 0;
    for (int at = enumeration.indexOf(FilledText.SPACE);
        at >= 0;
        at = enumeration.indexOf(FilledText.SPACE, from)) {
      code.add("$L$W", enumeration.substring(from, at));
      from = at + 1;
    }
    return code.add("$L", enumeration.substring(from)).build();
  }
}
