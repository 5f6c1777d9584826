package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.MemberModel;
import java.util.List;

/** Makes enumerations that continue on the next line when a line is full. */
final class Lines {

  private Lines() {}

  /** Returns the variables that hold members. */
  static CodeBlock variables(List<MemberModel> members) {
    return wrapped(members.stream().map(MemberModel::name).toList());
  }

  /** Returns texts, in quotes. */
  static CodeBlock quoted(List<String> texts) {
    return wrapped(texts.stream().map(TextLiteral::of).toList());
  }

  /** Joins parts of code, each a text or JavaPoet's code. */
  private static CodeBlock wrapped(List<?> parts) {
    CodeBlock.Builder code = CodeBlock.builder();
    int left = parts.size();
    for (Object part : parts) {
      left--;
      code.add(left > 0 ? "$L,$W" : "$L", part);
    }
    return code.build();
  }
}
