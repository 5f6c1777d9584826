package io.callbox.processor.reading;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Determines whether Jackson's databind can read and write a type that is left to it. */
final class Databinding {

  private static final String DESERIALIZE =
      "com.fasterxml.jackson.databind.annotation.JsonDeserialize";
  private static final Set<String> SCALARS =
      Set.of("java.lang.String", "int", "long", "double", "boolean");

  private Databinding() {}

  /**
   * Returns the form, or refuses the type if databind could write it but not create it: databind
   * knows the names of a constructor's parameters only from annotations.
   */
  static TypeForm orRefused(TypeForm form) {
    return form instanceof TypeForm.Databound left && !makes(left.type())
        ? new TypeForm.Unsupported(
            TypeForm.Reason.CLASS,
            "it has "
                + String.join(", ", left.reasons())
                + ", which Jackson's databind keeps to, but that needs a constructor without"
                + " parameters, or one marked with @JsonCreator")
        : form;
  }

  private static boolean makes(TypeElement type) {
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    return type.getKind() != ElementKind.CLASS
        || type.getModifiers().contains(Modifier.ABSTRACT)
        || Mirrors.isMarked(type, DESERIALIZE)
        || !Creators.marked(type).isEmpty()
        || constructors.stream().anyMatch(each -> calls(each, isValue(type)));
  }

  private static boolean isValue(TypeElement type) {
    return type.getEnclosedElements().stream()
        .anyMatch(member -> Jackson.on("JsonValue", List.of(member)));
  }

  private static boolean calls(ExecutableElement constructor, boolean ofValue) {
    return constructor.getParameters().isEmpty()
        || Mirrors.isMarked(constructor, "java.beans.ConstructorProperties")
        || (ofValue
            && constructor.getParameters().size() == 1
            && constructor.getModifiers().contains(Modifier.PUBLIC)
            && SCALARS.contains(constructor.getParameters().get(0).asType().toString()));
  }
}
