package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.Property;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.List;

/** Code that reads an object's members into variables, or into the properties of a class. */
final class MembersCode {

  private final ReadCode readCode;

  MembersCode(MarshallerScope scope) {
    this.readCode = new ReadCode(scope);
  }

  /**
   * Reads members into variables.
   *
   * @param open how reading starts: {@code QUOTIENT_MEMBERS.open}
   */
  CodeBlock read(List<MemberModel> members, CodeBlock open) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (MemberModel member : members) {
      code.addStatement("$T $L = $L", JavaTypes.of(member.shape()), member.name(), initial(member));
    }
    List<MemberModel> travelling = members.stream().filter(MemberModel::travels).toList();
    List<CodeBlock> assignments =
        travelling.stream()
            .map(member -> CodeBlock.of("$L = $L", member.name(), value(member)))
            .toList();
    code.add(loop(assignments, open));
    for (int index = 0; index < travelling.size(); index++) {
      MemberModel member = travelling.get(index);
      if (member.required() && !travelsAsNull(member.shape())) {
        code.addStatement("members.require($L)", index);
      } else if (member.mentioned()) {
        code.addStatement("members.requireName($L)", index);
      }
    }
    return code.build();
  }

  /** Sets the properties that are there. */
  CodeBlock set(List<Property> properties, CodeBlock open) {
    return loop(properties.stream().map(this::set).toList(), open);
  }

  private CodeBlock set(Property property) {
    String setter = property.setter();
    CodeBlock value = value(property.member());
    if (setter.isEmpty()) {
      return CodeBlock.of("members.skip()");
    }
    return setter.endsWith("=")
        ? CodeBlock.of("value.$L $L", setter, value)
        : CodeBlock.of("value.$L($L)", setter, value);
  }

  private static CodeBlock loop(List<CodeBlock> assignments, CodeBlock open) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T members = $L(in)", Library.MEMBER_CURSOR, open);
    code.beginControlFlow("while (members.next())");
    if (assignments.isEmpty()) {
      return code.addStatement("members.skip()").endControlFlow().build();
    }
    code.beginControlFlow("switch (members.index())");
    for (int index = 0; index < assignments.size(); index++) {
      code.addStatement("case $L -> $L", index, assignments.get(index));
    }
    code.addStatement("default -> members.skip()").endControlFlow();
    return code.endControlFlow().build();
  }

  private CodeBlock value(MemberModel member) {
    TypeShape shape = member.shape();
    return ReadCode.handlesNull(shape) || member.required()
        ? readCode.read(shape)
        : CodeBlock.of("members.isNull() ? null : $L", readCode.read(shape));
  }

  /** Whether {@code null} on the wire is one of its values: an empty optional. */
  private static boolean travelsAsNull(TypeShape shape) {
    return ReadCode.handlesNull(shape) && !(shape instanceof PrimitiveShape);
  }

  private static CodeBlock initial(MemberModel member) {
    TypeShape shape = member.shape();
    if (shape instanceof PrimitiveShape primitive) {
      return CodeBlock.of("$L", primitive.zero());
    } else if (shape instanceof ContainerShape container && container.isOptional()) {
      return CodeBlock.of("$T.empty()", JavaTypes.of(container.kind().type()));
    }
    if (shape == StandardShape.JSON_NODE && member.required()) {
      return CodeBlock.of("$T.NODE.ofNull()", Library.TREES);
    }
    return shape instanceof StandardShape standard && standard.isOptional()
        ? CodeBlock.of("$T.empty()", JavaTypes.of(standard.type()))
        : CodeBlock.of("null");
  }
}
