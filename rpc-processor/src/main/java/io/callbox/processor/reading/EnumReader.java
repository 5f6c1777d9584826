package io.callbox.processor.reading;

import io.callbox.processor.model.Definition.EnumConstant;
import io.callbox.processor.model.Definition.EnumDefinition;
import io.callbox.processor.model.NamedShape;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Reads enums, and Jackson's annotations on their constants. */
final class EnumReader {

  private EnumReader() {}

  static EnumDefinition read(NamedShape shape, TypeForm.EnumOf form) {
    return new EnumDefinition(
        shape,
        form.constants().stream().map(EnumReader::constant).toList(),
        form.constants().stream()
            .filter(constant -> Jackson.has("JsonEnumDefaultValue", List.of(constant)))
            .map(constant -> constant.getSimpleName().toString())
            .findFirst(),
        form.code());
  }

  private static EnumConstant constant(VariableElement constant) {
    String name = constant.getSimpleName().toString();
    List<VariableElement> declaration = List.of(constant);
    return new EnumConstant(
        name,
        Jackson.text("JsonProperty", "value", declaration).orElse(name),
        Jackson.texts("JsonAlias", "value", declaration));
  }
}
