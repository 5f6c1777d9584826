package io.callbox.processor.reading;

import io.callbox.processor.model.MemberModel.Inclusion;
import io.callbox.processor.model.MemberModel.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads what annotations say of the members of one type. */
final class MemberReader {

  private static final Map<String, Inclusion> INCLUSIONS =
      Map.of(
          "NON_NULL", Inclusion.NON_NULL,
          "NON_ABSENT", Inclusion.NON_ABSENT,
          "NON_EMPTY", Inclusion.NON_EMPTY);

  private final TypeElement type;
  private final Nullness nullness;
  private final List<String> ignored;

  MemberReader(TypeElement type, Nullness nullness) {
    this.type = type;
    this.nullness = nullness;
    this.ignored = Jackson.texts("JsonIgnoreProperties", "value", List.of(type));
  }

  String wireName(TypeForm.Component component) {
    return JacksonAnnotations.wireName(component);
  }

  Rules rules(TypeForm.Component component) {
    boolean isIgnored =
        Jackson.on("JsonIgnore", component.declarations()) || ignored.contains(wireName(component));
    return new Rules(
        !isIgnored && nullness.required(component.type(), component.declarations()),
        isIgnored,
        Jackson.texts("JsonAlias", "value", component.declarations()),
        inclusion(component));
  }

  private Inclusion inclusion(TypeForm.Component component) {
    List<Element> declarations = new ArrayList<>(component.declarations());
    declarations.add(type);
    return Jackson.constant("JsonInclude", "value", declarations)
        .map(name -> INCLUSIONS.getOrDefault(name, Inclusion.ALWAYS))
        .orElse(Inclusion.ALWAYS);
  }
}
