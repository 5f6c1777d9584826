package io.callbox.processor.reading;

import io.callbox.processor.model.Making;
import io.callbox.processor.model.Making.Refusal;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** The constructors and static methods that make instances of a type, by Jackson's rules. */
final class Creators {

  private Creators() {}

  /** The creators with {@code @JsonCreator} that are not switched off. */
  static List<ExecutableElement> marked(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(each -> Jackson.has("JsonCreator", List.of(each)))
        .filter(each -> !mode(each).equals("DISABLED"))
        .toList();
  }

  /** Returns whether it takes the whole value, rather than an object's members. */
  static boolean delegating(ExecutableElement creator) {
    return switch (mode(creator)) {
      case "DELEGATING" -> true;
      case "PROPERTIES" -> false;
      default ->
          creator.getParameters().size() == 1 && name(creator.getParameters().get(0)).isEmpty();
    };
  }

  /** The name of a parameter on the wire, if an annotation sets it. */
  static String name(VariableElement parameter) {
    return Jackson.text("JsonProperty", "value", List.of(parameter)).orElse("");
  }

  /** Returns the way in which generated code calls it. */
  static Making making(ExecutableElement creator, Reach reach) {
    boolean constructor = creator.getKind() == ElementKind.CONSTRUCTOR;
    return new Making(
        constructor ? "" : creator.getSimpleName().toString(),
        creator.getParameters().size(),
        refusal(creator, reach));
  }

  /**
   * Returns the exceptions by which a creator may refuse. A constructor that a record has by itself
   * refuses nothing.
   */
  private static Refusal refusal(ExecutableElement creator, Reach reach) {
    if (reach.mirrors().elements().getOrigin(creator) != Elements.Origin.EXPLICIT) {
      return Refusal.NONE;
    }
    return reach.checkedException(creator).isPresent() ? Refusal.CHECKED : Refusal.RUNTIME;
  }

  /** Returns whether generated code can call it, and knows the types of its parameters. */
  static boolean callable(ExecutableElement creator, TypeElement type, Reach reach) {
    return reach.makes(creator)
        && creator.getTypeParameters().isEmpty()
        && (creator.getKind() == ElementKind.CONSTRUCTOR
            ? !type.getModifiers().contains(Modifier.ABSTRACT)
            : type.getTypeParameters().isEmpty());
  }

  private static String mode(ExecutableElement creator) {
    return Jackson.constant("JsonCreator", "mode", List.of(creator)).orElse("DEFAULT");
  }
}
