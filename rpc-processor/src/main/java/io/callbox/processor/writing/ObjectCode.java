package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MemberModel.Inclusion;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Code that writes members as an object. */
final class ObjectCode {

  private final MarshallerScope scope;
  private final WriteCode writeCode;

  ObjectCode(MarshallerScope scope) {
    this.scope = scope;
    this.writeCode = new WriteCode(scope);
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
    Optional<String> condition = condition(member, value);
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
            CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, value, member.name()))
        : writeCode.writeNullable(member.shape(), CodeBlock.of("$L", value));
  }

  /** When a member is written, unless it always is. */
  private static Optional<String> condition(MemberModel member, String value) {
    Inclusion inclusion = member.rules().inclusion();
    if (inclusion == Inclusion.ALWAYS || member.shape() instanceof PrimitiveShape) {
      return Optional.empty();
    }
    String there = value + " != null";
    boolean optional = isOptional(member.shape());
    if (optional && inclusion != Inclusion.NON_NULL) {
      return Optional.of(there + " && " + value + ".isPresent()");
    }
    return Optional.of(
        inclusion == Inclusion.NON_EMPTY ? there + notEmpty(member.shape(), value) : there);
  }

  private static boolean isOptional(TypeShape shape) {
    return ReadCode.handlesNull(shape) && shape != StandardShape.JSON_NODE;
  }

  private static String notEmpty(TypeShape shape, String value) {
    if (shape instanceof ArrayShape) {
      return " && " + value + ".length > 0";
    } else if (shape == StandardShape.JSON_NODE) {
      return " && !(" + value + ".isContainerNode() && " + value + ".isEmpty())";
    }
    boolean sized =
        shape == StandardShape.STRING
            || shape == StandardShape.OBJECT_NODE
            || shape == StandardShape.ARRAY_NODE
            || shape instanceof ContainerShape
            || shape instanceof MapShape;
    return sized ? " && !" + value + ".isEmpty()" : "";
  }
}
