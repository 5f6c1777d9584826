package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Code that writes members as an object. */
final class ObjectCode {

  private final MarshallerScope scope;
  private final WriteCode writeCode;
  private final InclusionCode inclusions;

  ObjectCode(MarshallerScope scope) {
    this.scope = scope;
    this.writeCode = new WriteCode(scope);
    this.inclusions = new InclusionCode(scope);
  }

  /**
   * Writes an object.
   *
   * @param owner what is to be written before an accessor: {@code value.}
   * @param tag what the object says it is, if it has to
   */
  CodeBlock write(List<MemberModel> members, String owner, Optional<Tag> tag) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("out.writeStartObject()");
    tag.ifPresent(
        says -> {
          code.addStatement("out.writeFieldName($L)", scope.field(says.property()));
          code.addStatement("out.writeString($S)", says.text());
        });
    members.stream()
        .filter(MemberModel::travels)
        .filter(member -> !member.accessor().isEmpty())
        .forEach(member -> code.add(write(member, owner + member.accessor())));
    return code.addStatement("out.writeEndObject()").build();
  }

  private CodeBlock write(MemberModel member, String value) {
    CodeBlock statements =
        CodeBlock.builder()
            .addStatement("out.writeFieldName($L)", scope.field(member.wireName()))
            .addStatement(writeValue(member, value))
            .build();
    Optional<String> condition = inclusions.condition(member, value);
    return condition.isEmpty()
        ? statements
        : CodeBlock.builder()
            .beginControlFlow("if ($L)", condition.get())
            .add(statements)
            .endControlFlow()
            .build();
  }

  private CodeBlock writeValue(MemberModel member, String value) {
    return member.required() && !(member.shape() instanceof PrimitiveShape)
        ? writeCode.write(
            member.shape(),
            CodeBlock.of(
                "$T.requireNonNull($L, $S)", Marked.of(Objects.class), value, member.name()))
        : writeCode.writeNullable(member.shape(), CodeBlock.of("$L", value));
  }
}
