package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.TypeShape;
import java.util.List;

/** Code that writes members as an object, or reads an object's members into variables. */
final class MembersCode {

  private final MarshallerScope scope;
  private final ReadCode readCode;
  private final WriteCode writeCode;

  MembersCode(MarshallerScope scope) {
    this.scope = scope;
    this.readCode = new ReadCode(scope);
    this.writeCode = new WriteCode(scope);
  }

  /**
   * Writes an object.
   *
   * @param owner what is to be written before an accessor: {@code value.}
   */
  CodeBlock write(List<MemberModel> members, String owner) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("out.writeStartObject()");
    for (MemberModel member : members) {
      code.addStatement("out.writeFieldName($L)", scope.field(member.wireName()));
      CodeBlock value = CodeBlock.of("$L$L", owner, member.accessor());
      code.addStatement(writeCode.writeNullable(member.shape(), value));
    }
    return code.addStatement("out.writeEndObject()").build();
  }

  /**
   * Reads an object.
   *
   * @param open how reading starts: {@code QUOTIENT_MEMBERS.open}
   */
  CodeBlock read(List<MemberModel> members, CodeBlock open) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (MemberModel member : members) {
      code.addStatement(
          "$T $L = $L", JavaTypes.of(member.shape()), member.name(), initial(member.shape()));
    }
    code.addStatement("$T members = $L(in)", Library.MEMBER_CURSOR, open);
    code.beginControlFlow("while (members.next())");
    code.add(members.isEmpty() ? CodeBlock.of("members.skip();\n") : branches(members));
    code.endControlFlow();
    for (int index = 0; index < members.size(); index++) {
      if (members.get(index).required()) {
        code.addStatement("members.require($L)", index);
      }
    }
    return code.build();
  }

  private CodeBlock branches(List<MemberModel> members) {
    CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (members.index())");
    for (int index = 0; index < members.size(); index++) {
      MemberModel member = members.get(index);
      code.addStatement("case $L -> $L = $L", index, member.name(), value(member.shape()));
    }
    return code.addStatement("default -> members.skip()").endControlFlow().build();
  }

  private CodeBlock value(TypeShape shape) {
    return ReadCode.handlesNull(shape)
        ? readCode.read(shape)
        : CodeBlock.of("members.isNull() ? null : $L", readCode.read(shape));
  }

  private static CodeBlock initial(TypeShape shape) {
    if (shape instanceof PrimitiveShape primitive) {
      return CodeBlock.of("$L", primitive.zero());
    }
    return shape instanceof ContainerShape container && container.isOptional()
        ? CodeBlock.of("$T.empty()", JavaTypes.of(container.kind().type()))
        : CodeBlock.of("null");
  }
}
