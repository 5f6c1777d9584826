package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The getters of a type that is created with all members at once, by name. For one type and one
 * thread: a getter that a parameter of the constructor has taken is removed.
 */
final class Getters {

  private final DeclaredType type;
  private final Mirrors mirrors;
  private final Accessors accessors;
  private final Map<String, Element> left;

  Getters(
      DeclaredType type,
      Mirrors mirrors,
      Accessors accessors,
      Map<String, ExecutableElement> getters) {
    this.type = type;
    this.mirrors = mirrors;
    this.accessors = accessors;
    this.left = new LinkedHashMap<>(getters);
    accessors.fields().stream()
        .filter(field -> field.getModifiers().contains(Modifier.PUBLIC))
        .forEach(field -> left.putIfAbsent(field.getSimpleName().toString(), field));
  }

  /** Takes the getter with a parameter's name on the wire, else with its Java name. */
  Optional<TypeForm.Component> take(String name, Element parameter) {
    for (Map.Entry<String, Element> each : left.entrySet()) {
      if (wireName(each.getKey(), each.getValue()).equals(name)) {
        left.remove(each.getKey());
        return Optional.of(component(each.getKey(), List.of(parameter), each.getValue()));
      }
    }
    return accessors
        .getter(name)
        .filter(each -> !left.containsValue(each))
        .map(each -> component(name, List.of(parameter), each));
  }

  /** The getters that no parameter has taken; these members are only written. */
  List<TypeForm.Component> rest() {
    return left.entrySet().stream()
        .map(each -> component(each.getKey(), List.of(), each.getValue()))
        .toList();
  }

  /** Returns whether a public field holds the value, even if a getter returns it. */
  boolean isOpen(TypeForm.Component component) {
    return component.isField()
        || (!accessors.open(component.name()).isEmpty()
            && !Jackson.on("JsonIgnore", component.declarations()));
  }

  private TypeForm.Component component(
      String name, List<? extends Element> before, Element getter) {
    TypeMirror member = mirrors.types().asMemberOf(type, getter);
    boolean method = member.getKind() == TypeKind.EXECUTABLE;
    return new TypeForm.Component(
        name,
        method ? MoreTypes.asExecutable(member).getReturnType() : member,
        getter.getSimpleName() + (method ? "()" : ""),
        declarations(name, before, getter));
  }

  private String wireName(String name, Element getter) {
    return Jackson.text("JsonProperty", "value", declarations(name, List.of(), getter))
        .orElse(name);
  }

  /** Returns whether an annotation makes it a member, regardless of annotations on its setter. */
  private static boolean isNamed(List<? extends Element> parameter) {
    return Jackson.has("JsonProperty", parameter);
  }

  private List<Element> declarations(String name, List<? extends Element> before, Element getter) {
    List<Element> declarations = new ArrayList<>(before);
    declarations.add(getter);
    for (VariableElement field : accessors.named(name)) {
      if (!field.equals(getter)) {
        declarations.add(field);
      }
    }
    ExecutableElement setter = accessors.setters().get(name);
    if (setter != null && Jackson.on("JsonIgnore", List.of(setter)) && !isNamed(before)) {
      declarations.add(setter);
    }
    return declarations;
  }
}
