package io.callbox.processor.reading;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.AnnotationValues;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * One use of a Jackson annotation. Generated code supports some annotations, and the most common of
 * their settings.
 *
 * @param annotation the annotation
 * @param on the annotated element
 * @param name its simple name
 */
record AnnotationUse(AnnotationMirror annotation, Element on, String name) {

  /** The annotations that are supported with all settings, or that do not affect messages. */
  private static final Set<String> KEPT =
      Set.of(
          "JsonAlias",
          "JsonClassDescription",
          "JsonCreator",
          "JsonEnumDefaultValue",
          "JsonIgnore",
          "JsonIgnoreType",
          "JsonPropertyDescription",
          "JsonPropertyOrder",
          "JsonRootName",
          "JsonTypeName",
          "JsonValue");

  private static final Set<String> INCLUSIONS =
      Set.of("ALWAYS", "NON_NULL", "NON_ABSENT", "NON_EMPTY");

  static AnnotationUse of(AnnotationMirror annotation, Element on) {
    return new AnnotationUse(annotation, on, UnsupportedAnnotations.nameOf(annotation));
  }

  /** The part of it that is not supported. */
  Optional<String> problem() {
    return KEPT.contains(name)
        ? Optional.empty()
        : switch (name) {
          case "JsonProperty" -> property();
          case "JsonInclude" -> inclusion();
          case "JsonIgnoreProperties" -> ignored();
          case "JsonTypeInfo" -> typeInfo();
          case "JsonSubTypes" -> onType();
          default -> because("");
        };
  }

  private Optional<String> property() {
    String access = constant("access");
    return access.equals("AUTO") || access.equals("READ_WRITE")
        ? Optional.empty()
        : because("(access = " + access + ")");
  }

  private Optional<String> inclusion() {
    if (!INCLUSIONS.contains(constant("value"))) {
      return because("(" + constant("value") + ")");
    }
    return constant("content").equals("ALWAYS")
        ? Optional.empty()
        : because("(content = " + constant("content") + ")");
  }

  private Optional<String> ignored() {
    if (!(on instanceof TypeElement)) {
      return because(" on a member");
    }
    return truth("allowGetters") || truth("allowSetters")
        ? because("(allowGetters or allowSetters)")
        : Optional.empty();
  }

  private Optional<String> typeInfo() {
    String use = constant("use");
    if (!use.equals("NAME") && !use.equals("SIMPLE_NAME")) {
      return because("(use = " + use + ")");
    } else if (!constant("include").equals("PROPERTY")) {
      return because("(include = " + constant("include") + ")");
    } else if (truth("visible")) {
      return because("(visible = true)");
    } else if (!type("defaultImpl").endsWith(".JsonTypeInfo")) {
      return because("(defaultImpl = …)");
    }
    return onType();
  }

  /** Returns the problem of an annotation that is supported only on types with subtypes. */
  private Optional<String> onType() {
    boolean open =
        on.getKind() == ElementKind.INTERFACE || on.getModifiers().contains(Modifier.ABSTRACT);
    return on instanceof TypeElement && open
        ? Optional.empty()
        : because(" on what is no interface or abstract class");
  }

  private Optional<String> because(String setting) {
    return Optional.of("@" + name + setting);
  }

  private String constant(String member) {
    return AnnotationValues.getEnum(AnnotationMirrors.getAnnotationValue(annotation, member))
        .getSimpleName()
        .toString();
  }

  private boolean truth(String member) {
    return AnnotationValues.getBoolean(AnnotationMirrors.getAnnotationValue(annotation, member));
  }

  private String type(String member) {
    return AnnotationMirrors.getAnnotationValue(annotation, member).getValue().toString();
  }
}
