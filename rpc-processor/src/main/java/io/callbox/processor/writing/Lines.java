package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.MemberModel;
import java.util.List;

/** Enumerations that continue on the next line where one is full. */
final class Lines {

  private Lines() {}

  static CodeBlock wrapped(List<CodeBlock> parts) {
    return CodeBlock.join(parts, ",$W");
  }

  /** The variables that hold members. */
  static CodeBlock variables(List<MemberModel> members) {
    return wrapped(members.stream().map(member -> CodeBlock.of("$L", member.name())).toList());
  }
}
