package io.callbox.processor.writing;

import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.Property;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;

/** Makes code that reads an object's members into variables, or into the properties of a class. */
final class MembersCode {

  private final ReadCode readCode;

  MembersCode(MarshallerScope scope) {
    this.readCode = new ReadCode(scope);
  }

  /**
   * Reads members into variables.
   *
   * @param open the call that starts reading: {@code QUOTIENT_MEMBERS.open}
   */
  String read(List<MemberModel> members, String open) {
    StringBuilder code = new StringBuilder();
    List<String> assignments = new ArrayList<>();
    for (MemberModel member : members) {
      code.append(JavaTypes.text(JavaTypes.of(member.shape())))
          .append(' ')
          .append(member.name())
          .append(" = ");
      code.append(initial(member)).append(";\n");
    }
    for (MemberModel member : members) {
      if (member.travels()) {
        assignments.add(member.name() + " = " + value(member));
      }
    }
    code.append(loop(assignments, open));
    int index = 0;
    for (MemberModel member : members) {
      if (member.travels()) {
        code.append(demand(member, index++));
      }
    }
    return code.toString();
  }

  private static String demand(MemberModel member, int index) {
    if (member.required() && !travelsAsNull(member.shape())) {
      return "members.require(" + index + ");\n";
    }
    return member.mentioned() ? "members.requireName(" + index + ");\n" : "";
  }

  /** Reads members, and sets the properties that are present. */
  String set(List<Property> properties, String open) {
    return loop(properties.stream().map(this::set).toList(), open);
  }

  private String set(Property property) {
    String setter = property.setter();
    String value = value(property.member());
    if (setter.isEmpty()) {
      return "members.skip()";
    }
    return setter.endsWith("=")
        ? "value." + setter + " " + value
        : "value." + setter + "(" + value + ")";
  }

  private static String loop(List<String> assignments, String open) {
    StringBuilder code = new StringBuilder();
    code.append(Library.MEMBER_CURSOR).append(" members = ").append(open).append("(in);\n");
    code.append("while (members.next()) {\n");
    if (assignments.isEmpty()) {
      return code.append("  members.skip();\n}\n").toString();
    }
    code.append("  switch (members.index()) {\n");
    for (int index = 0; index < assignments.size(); index++) {
      String assignment = assignments.get(index);
      code.append("    case ").append(index).append(" -> ").append(assignment).append(";\n");
    }
    return code.append("    default -> members.skip();\n  }\n}\n").toString();
  }

  private String value(MemberModel member) {
    TypeShape shape = member.shape();
    return ReadCode.handlesNull(shape) || member.required()
        ? readCode.read(shape)
        : "members.isNull() ? null : " + readCode.read(shape);
  }

  /** Returns whether {@code null} on the wire is one of its values: an empty optional. */
  private static boolean travelsAsNull(TypeShape shape) {
    return ReadCode.handlesNull(shape) && !(shape instanceof PrimitiveShape);
  }

  private static String initial(MemberModel member) {
    TypeShape shape = member.shape();
    if (shape instanceof PrimitiveShape primitive) {
      return primitive.zero();
    } else if (shape instanceof ContainerShape container && container.isOptional()) {
      return JavaTypes.of(container.kind().type()) + ".empty()";
    }
    if (shape == StandardShape.JSON_NODE && member.required()) {
      return Library.TREES + ".NODE.ofNull()";
    }
    return shape instanceof StandardShape standard && standard.isOptional()
        ? JavaTypes.of(standard.type()) + ".empty()"
        : "null";
  }
}
