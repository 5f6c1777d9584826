package io.callbox.processor.contract;

import io.callbox.processor.model.Definition.EnumConstant;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.Docs;
import io.callbox.processor.model.PrimitiveShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Schemas of enums: {@code enum} lists the written names, {@code x-constant-aliases} lists the
 * other names that are read, and {@code x-default} the constant for unknown names.
 */
final class EnumSchemas {

  private EnumSchemas() {}

  static JsonObject of(EnumDefinition definition, Docs said) {
    if (definition.code().isPresent()) {
      Optional<PrimitiveShape> number = definition.code().get().number();
      return new JsonObject()
          .withAll(number.map(ScalarSchemas::of).orElse(Map.of("type", "string")))
          .with("x-type", definition.shape().type().simpleName())
          .with("x-codes", true);
    }
    JsonObject schema =
        new JsonObject()
            .with("type", "string")
            .with("enum", definition.constants().stream().map(EnumConstant::wireName).toList());
    JsonObject aliases = new JsonObject();
    JsonObject descriptions = new JsonObject();
    for (EnumConstant constant : definition.constants()) {
      constant.aliases().forEach(alias -> aliases.with(alias, constant.wireName()));
      descriptions.withText(
          constant.wireName(), said.parameters().getOrDefault(constant.name(), ""));
    }
    return schema
        .withObject("x-constant-aliases", aliases)
        .withText("x-default", fallback(definition).orElse(""))
        .withSaid("x-enum-descriptions", descriptions);
  }

  private static Optional<String> fallback(EnumDefinition definition) {
    List<EnumConstant> constants = definition.constants();
    return definition
        .fallback()
        .flatMap(
            name ->
                constants.stream()
                    .filter(each -> each.name().equals(name))
                    .map(EnumConstant::wireName)
                    .findFirst());
  }
}
