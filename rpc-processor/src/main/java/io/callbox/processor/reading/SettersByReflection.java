package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds members that databind would set and generated code cannot: fields and methods that are not
 * public, and collections that databind gets and adds to. Such a class is left to databind, so that
 * none of its values are lost.
 */
final class SettersByReflection {

  private final Accessors accessors;

  private SettersByReflection(Accessors accessors) {
    this.accessors = accessors;
  }

  /** Returns the form of a class, unless it must be left to databind. */
  static TypeForm orDatabound(TypeElement type, TypeForm form, Accessors accessors) {
    List<String> reasons = new SettersByReflection(accessors).reasons(form);
    return reasons.isEmpty() ? form : new TypeForm.Databound(type, reasons);
  }

  private List<String> reasons(TypeForm form) {
    if (form instanceof TypeForm.BeanOf bean) {
      return bean.properties().stream()
          .map(property -> reason(property.component(), property.setter().isEmpty()))
          .flatMap(Optional::stream)
          .toList();
    } else if (form instanceof TypeForm.RecordOf made) {
      List<String> reasons = new ArrayList<>();
      made.components().stream()
          .skip(made.making().arguments())
          .map(rest -> reason(rest, true))
          .flatMap(Optional::stream)
          .forEach(reasons::add);
      made.components().stream()
          .skip(made.making().arguments())
          .filter(TypeForm.Component::isField)
          .filter(field -> !Jackson.on("JsonIgnore", field.declarations()))
          .forEach(field -> reasons.add("a field " + field.name() + " beside its @JsonCreator"));
      Set<String> taken =
          made.components().stream().map(TypeForm.Component::name).collect(Collectors.toSet());
      accessors.setters().keySet().stream()
          .filter(Predicate.not(taken::contains))
          .forEach(name -> reasons.add("a setter for " + name + " beside its @JsonCreator"));
      return reasons;
    }
    return List.of();
  }

  private Optional<String> reason(TypeForm.Component component, boolean withoutSetter) {
    String name = component.name();
    List<? extends Element> declarations = component.declarations();
    if (Jackson.on("JsonIgnore", declarations)) {
      return Jackson.has("JsonProperty", declarations)
          ? Optional.of(name + " with both @JsonIgnore and @JsonProperty")
          : Optional.empty();
    } else if (names(declarations).count() > 1) {
      return Optional.of(name + " with two names");
    }
    ExecutableElement getter = accessors.getters().get(name);
    ExecutableElement setter = accessors.setters().get(name);
    if (setter != null) {
      return Accessors.agree(getter, setter)
          ? Optional.empty()
          : Optional.of(name + ", whose setter takes another type than its getter returns");
    }
    if (getter != null && accessors.open(name).stream().anyMatch(field -> differ(getter, field))) {
      return Optional.of(name + ", whose field is of another type than its getter returns");
    }
    boolean settable =
        accessors.hidden().contains(name)
            || (getter != null && hasField(name))
            || (getter != null && holdsOthers(component));
    return withoutSetter && settable
        ? Optional.of(name + " without a public setter")
        : Optional.empty();
  }

  private static boolean differ(ExecutableElement getter, VariableElement field) {
    return !MoreTypes.equivalence().equivalent(getter.getReturnType(), field.asType());
  }

  private static Stream<String> names(List<? extends Element> declarations) {
    return declarations.stream()
        .map(each -> Jackson.text("JsonProperty", "value", List.of(each)))
        .flatMap(Optional::stream)
        .distinct();
  }

  private boolean hasField(String name) {
    return accessors.fields().stream().anyMatch(field -> field.getSimpleName().contentEquals(name));
  }

  /** Returns whether databind would read the member, to add elements to it. */
  private static boolean holdsOthers(TypeForm.Component component) {
    return component
        .type()
        .toString()
        .matches("java\\.util\\.[A-Za-z]*(Collection|List|Set|Map|Queue|Deque)<.*");
  }
}
