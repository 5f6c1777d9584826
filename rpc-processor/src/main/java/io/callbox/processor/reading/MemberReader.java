package io.callbox.processor.reading;

import io.callbox.processor.model.MemberModel.Inclusion;
import io.callbox.processor.model.MemberModel.Presence;
import io.callbox.processor.model.MemberModel.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the annotations on the members of one type and of its supertypes. */
final class MemberReader {

  private static final Map<String, Inclusion> INCLUSIONS =
      Map.of(
          "NON_NULL", Inclusion.NON_NULL,
          "NON_ABSENT", Inclusion.NON_ABSENT,
          "NON_EMPTY", Inclusion.NON_EMPTY);

  private final List<TypeElement> types;
  private final Nullness nullness;
  private final Ignored ignored;

  MemberReader(List<TypeElement> types, Nullness nullness) {
    this.types = types;
    this.nullness = nullness;
    this.ignored = new Ignored(types);
  }

  String wireName(TypeForm.Component component) {
    return JacksonAnnotations.wireName(component);
  }

  Rules rules(TypeForm.Component component) {
    boolean isIgnored = ignored.contains(component);
    return new Rules(
        new Presence(
            !isIgnored && nullness.required(component.type(), component.declarations()),
            !isIgnored && JacksonAnnotations.isRequired(component)),
        isIgnored,
        Jackson.texts("JsonAlias", "value", component.declarations()),
        inclusion(component));
  }

  private Inclusion inclusion(TypeForm.Component component) {
    List<Element> declarations = new ArrayList<>(component.declarations());
    declarations.addAll(types);
    return Jackson.constant("JsonInclude", "value", declarations)
        .map(name -> INCLUSIONS.getOrDefault(name, Inclusion.ALWAYS))
        .orElse(Inclusion.ALWAYS);
  }
}
