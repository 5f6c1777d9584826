package io.callbox.processor.contract;

import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition;
import io.callbox.processor.model.Definition.BeanDefinition;
import io.callbox.processor.model.Definition.DataboundDefinition;
import io.callbox.processor.model.Definition.EnumConstant;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.Definition.RecordDefinition;
import io.callbox.processor.model.Definition.SealedDefinition;
import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.Definition.ValueDefinition;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Schemas of what travels. */
final class Schemas {

  private final GeneratedNames names;

  Schemas(GeneratedNames names) {
    this.names = names;
  }

  /** The schema of a value that may be {@code null} unless it is required. */
  Map<String, Object> of(TypeShape shape, boolean required) {
    boolean never = required || shape instanceof PrimitiveShape || shape == StandardShape.JSON_NODE;
    return never
        ? of(shape)
        : new JsonObject().with("anyOf", List.of(of(shape), Map.of("type", "null"))).members();
  }

  private Map<String, Object> of(TypeShape shape) {
    if (shape instanceof PrimitiveShape primitive) {
      return ScalarSchemas.of(primitive);
    } else if (shape instanceof StandardShape standard) {
      return ScalarSchemas.of(standard);
    } else if (shape instanceof ContainerShape container) {
      return container.isOptional() ? of(container.element()) : array(container.element());
    } else if (shape instanceof MapShape map) {
      return new JsonObject()
          .with("type", "object")
          .with("additionalProperties", of(map.value(), false))
          .members();
    } else if (shape instanceof ArrayShape array) {
      return ofArray(array);
    }
    return Map.of("$ref", "#/components/schemas/" + names.suffix(shape));
  }

  private Map<String, Object> ofArray(ArrayShape array) {
    if (array.component() == PrimitiveShape.BYTE) {
      return new JsonObject().with("type", "string").with("contentEncoding", "base64").members();
    }
    return array.component() == PrimitiveShape.CHAR
        ? Map.of("type", "string")
        : array(array.component());
  }

  private Map<String, Object> array(TypeShape element) {
    return new JsonObject().with("type", "array").with("items", of(element, false)).members();
  }

  /** All definitions by their names. */
  Map<String, Object> all(List<Definition> definitions) {
    JsonObject all = new JsonObject();
    definitions.forEach(definition -> all.with(names.suffix(definition.shape()), of(definition)));
    return all.members();
  }

  private Map<String, Object> of(Definition definition) {
    if (definition instanceof ValueDefinition value) {
      return of(value.value().shape(), value.value().required());
    } else if (definition instanceof DataboundDefinition) {
      return Map.of("description", "As Jackson's databind writes it.");
    } else if (definition instanceof EnumDefinition constants && constants.code().isPresent()) {
      return Map.of("type", constants.code().get().number() ? "integer" : "string");
    } else if (definition instanceof EnumDefinition constants) {
      return new JsonObject()
          .with("type", "string")
          .with("enum", constants.constants().stream().map(EnumConstant::wireName).toList())
          .members();
    } else if (definition instanceof SealedDefinition closed) {
      List<Map<String, Object>> subtypes =
          closed.subtypes().stream().map(subtype -> of((TypeShape) subtype.shape())).toList();
      return new JsonObject().with("oneOf", subtypes).members();
    } else if (definition instanceof RecordDefinition record) {
      return object(record.members(), record.tag(), record.making().arguments());
    }
    return object(definition.members(), ((BeanDefinition) definition).tag(), 0);
  }

  /**
   * An object.
   *
   * @param needed how many of the members are read: of these, what has no value for missing must be
   *     there
   */
  Map<String, Object> object(List<MemberModel> members, Optional<Tag> tag, int needed) {
    JsonObject properties = new JsonObject();
    List<String> required = new ArrayList<>();
    tag.ifPresent(
        says -> {
          properties.with(says.property(), Map.of("const", says.text()));
          required.add(says.property());
        });
    members.stream()
        .filter(MemberModel::travels)
        .forEach(
            member -> {
              properties.with(member.wireName(), of(member.shape(), member.required()));
              if (members.indexOf(member) < needed && (member.required() || member.mentioned())) {
                required.add(member.wireName());
              }
            });
    JsonObject object =
        new JsonObject().with("type", "object").with("properties", properties.members());
    return required.isEmpty() ? object.members() : object.with("required", required).members();
  }
}
