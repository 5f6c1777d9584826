package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.MemberModel;
import java.util.ArrayList;
import java.util.List;

/** Enumerations that continue on the next line where one is full. */
final class Lines {

  private Lines() {}

  static CodeBlock wrapped(List<String> parts) {
    CodeBlock.Builder code = CodeBlock.builder();
    int left = parts.size();
    for (String part : parts) {
      left--;
      code.add(left > 0 ? "$L$W" : "$L", left > 0 ? part + "," : part);
    }
    return code.build();
  }

  /** The variables that hold members. */
  static CodeBlock variables(List<MemberModel> members) {
    List<String> names = new ArrayList<>();
    members.forEach(member -> names.add(member.name()));
    return wrapped(names);
  }

  /** Texts, in quotes. */
  static CodeBlock quoted(List<String> texts) {
    CodeBlock.Builder code = CodeBlock.builder();
    int left = texts.size();
    for (String text : texts) {
      left--;
      code.add(left > 0 ? "$L,$W" : "$L", TextLiteral.of(text));
    }
    return code.build();
  }
}
