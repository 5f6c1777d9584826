package io.callbox.processor.writing;

import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import java.util.List;
import java.util.Optional;

/** Makes code that writes members as an object. */
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
   * @param owner the text before an accessor: {@code value.}
   * @param tag the tag of the object, if it needs one
   */
  String write(List<MemberModel> members, String owner, Optional<Tag> tag) {
    StringBuilder code = new StringBuilder("out.writeStartObject();\n");
    tag.ifPresent(
        says -> {
          code.append("out.writeFieldName(").append(scope.field(says.property())).append(");\n");
          code.append("out.writeString(").append(TextLiteral.of(says.text())).append(");\n");
        });
    for (MemberModel member : members) {
      if (member.travels() && !member.accessor().isEmpty()) {
        write(member, owner + member.accessor(), code);
      }
    }
    return code.append("out.writeEndObject();\n").toString();
  }

  private void write(MemberModel member, String value, StringBuilder code) {
    String name = "out.writeFieldName(" + scope.field(member.wireName()) + ");\n";
    String written = writeValue(member, value) + ";\n";
    Optional<String> condition = inclusions.condition(member, value);
    if (condition.isEmpty()) {
      code.append(name).append(written);
    } else {
      code.append("if (").append(condition.get()).append(") {\n");
      code.append("  ").append(name).append("  ").append(written).append("}\n");
    }
  }

  private String writeValue(MemberModel member, String value) {
    if (member.required() && !(member.shape() instanceof PrimitiveShape)) {
      String name = "\"" + member.name() + "\"";
      String checked = Library.OBJECTS + ".requireNonNull(" + value + ", " + name + ")";
      return writeCode.write(member.shape(), checked);
    }
    return writeCode.writeNullable(member.shape(), value);
  }
}
