package io.callbox.processor.contract;

import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.Property;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.Docs;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MemberModel.Inclusion;
import io.callbox.processor.model.PrimitiveShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The JSON Schema of one object: {@code required} lists the members that its reader demands. For a
 * member, {@code x-aliases} lists other names under which it is read, {@code x-omitted} says that
 * it may be left out, {@code readOnly} that it is only written, and {@code writeOnly} that it is
 * only read.
 */
final class ObjectSchema {

  private final Schemas schemas;
  private final Docs said;
  private final JsonObject properties = new JsonObject();
  private final Set<String> required = new LinkedHashSet<>();

  ObjectSchema(Schemas schemas, Docs said) {
    this.schemas = schemas;
    this.said = said;
  }

  JsonObject of(RecordDefinition record) {
    tag(record.tag());
    for (MemberModel member : record.arguments()) {
      add(member, "");
      require(member);
    }
    List<MemberModel> all = record.members();
    for (MemberModel member : all.subList(record.making().arguments(), all.size())) {
      add(member, "readOnly");
    }
    return schema();
  }

  /**
   * Returns the schema of a class with setters. It demands no members: a missing member keeps its
   * value.
   */
  JsonObject of(BeanDefinition bean) {
    tag(bean.tag());
    for (Property property : bean.properties()) {
      add(
          property.member(),
          property.setter().isEmpty() ? "readOnly" : property.readable() ? "" : "writeOnly");
    }
    return schema();
  }

  JsonObject of(ExceptionModel exception) {
    exception
        .fields()
        .forEach(
            member -> {
              add(member, "");
              require(member);
            });
    return schema();
  }

  private void tag(Optional<Tag> tag) {
    tag.ifPresent(
        says -> {
          properties.with(says.property(), Map.of("const", says.text()));
          required.add(says.property());
        });
  }

  private void add(MemberModel member, String mark) {
    if (!member.travels()) {
      return;
    }
    JsonObject schema =
        new JsonObject()
            .withAll(schemas.of(member.shape(), member.required()))
            .withSaid("description", description(member))
            .withSaid("deprecated", isDeprecated(member));
    if (!member.rules().aliases().isEmpty()) {
      schema.with("x-aliases", List.copyOf(new TreeSet<>(member.rules().aliases())));
    }
    if (!mark.isEmpty()) {
      schema.with(mark, true);
    }
    properties.with(
        member.wireName(), schema.withMark("x-omitted", mayBeOmitted(member)).members());
  }

  private void require(MemberModel member) {
    boolean value = member.required() && !Schemas.isEmptyAsNull(member.shape());
    if (member.travels() && (value || member.mentioned())) {
      required.add(member.wireName());
    }
  }

  private static boolean mayBeOmitted(MemberModel member) {
    return member.rules().inclusion() != Inclusion.ALWAYS
        && !(member.shape() instanceof PrimitiveShape);
  }

  private String description(MemberModel member) {
    return said.parameters()
        .getOrDefault(getter(member), said.parameters().getOrDefault(member.name(), ""));
  }

  private boolean isDeprecated(MemberModel member) {
    return said.deprecatedMembers().contains(getter(member))
        || said.deprecatedMembers().contains(member.name());
  }

  private static String getter(MemberModel member) {
    return member.accessor().replace("()", "");
  }

  private JsonObject schema() {
    JsonObject object =
        new JsonObject().with("type", "object").with("properties", properties.members());
    return required.isEmpty() ? object : object.with("required", List.copyOf(required));
  }
}
