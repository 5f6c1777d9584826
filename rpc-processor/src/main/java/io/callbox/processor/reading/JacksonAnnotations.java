package io.callbox.processor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What validation asks of Jackson's annotations. */
public final class JacksonAnnotations {

  /** Those that are kept to, or say nothing of what travels. */
  private static final Set<String> SUPPORTED =
      Set.of(
          "JsonProperty",
          "JsonAlias",
          "JsonIgnore",
          "JsonIgnoreProperties",
          "JsonInclude",
          "JsonCreator",
          "JsonEnumDefaultValue",
          "JsonTypeInfo",
          "JsonSubTypes",
          "JsonTypeName",
          "JsonPropertyOrder",
          "JsonPropertyDescription",
          "JsonClassDescription",
          "JsonAutoDetect");

  private JacksonAnnotations() {}

  /** The name of a member on the wire. */
  public static String wireName(TypeForm.Component component) {
    return Jackson.text("JsonProperty", "value", component.declarations()).orElse(component.name());
  }

  /** The simple names of a type's annotations that are not kept to. */
  public static List<String> unsupported(TypeElement type) {
    List<Element> declarations = new ArrayList<>(List.of(type));
    for (Element member : type.getEnclosedElements()) {
      if (!member.getKind().isClass() && !member.getKind().isInterface()) {
        declarations.add(member);
      }
      if (member instanceof ExecutableElement method) {
        declarations.addAll(method.getParameters());
      }
    }
    return declarations.stream()
        .flatMap(declaration -> declaration.getAnnotationMirrors().stream())
        .map(AnnotationMirror::getAnnotationType)
        .filter(annotation -> annotation.toString().startsWith("com.fasterxml.jackson."))
        .map(annotation -> annotation.asElement().getSimpleName().toString())
        .filter(name -> !SUPPORTED.contains(name))
        .distinct()
        .sorted()
        .toList();
  }
}
