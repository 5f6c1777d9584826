package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.Definition.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Tells the form of what a constructor or static method makes of all it holds at once. */
final class MadeForms {

  private final Mirrors mirrors;

  MadeForms(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /**
   * The form of a type with a creator that is marked: what cannot be got is only read.
   *
   * @param making how generated code calls the creator
   */
  TypeForm ofMarked(DeclaredType type, ExecutableElement creator, Getters getters, Making making) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (!Creators.callable(creator, element)) {
      return new TypeForm.Databound(
          element, List.of("a @JsonCreator that generated code cannot call"));
    }
    List<TypeForm.Component> components = new ArrayList<>();
    List<TypeMirror> types = parameterTypes(type, creator);
    for (int place = 0; place < types.size(); place++) {
      VariableElement parameter = creator.getParameters().get(place);
      String name = nameOf(parameter);
      TypeMirror taken = types.get(place);
      components.add(
          getters
              .take(name, parameter)
              .orElseGet(() -> new TypeForm.Component(name, taken, "", List.of(parameter))));
      if (!same(components.get(place).type(), taken)) {
        return new TypeForm.Databound(
            element, List.of("a @JsonCreator that takes " + name + " of another type"));
      }
    }
    components.addAll(getters.rest());
    return new TypeForm.RecordOf(element, components, making);
  }

  /** The form of a type with one constructor that nothing marks: all it takes can be got. */
  Optional<TypeForm> ofOnly(DeclaredType type, ExecutableElement constructor, Getters getters) {
    TypeElement element = MoreTypes.asTypeElement(type);
    List<TypeForm.Component> components = new ArrayList<>();
    List<TypeMirror> types = parameterTypes(type, constructor);
    for (int place = 0; place < types.size(); place++) {
      VariableElement parameter = constructor.getParameters().get(place);
      TypeMirror taken = types.get(place);
      Optional<TypeForm.Component> component =
          getters.take(nameOf(parameter), parameter).filter(each -> same(each.type(), taken));
      if (component.isEmpty()) {
        return Optional.empty();
      }
      components.add(component.get());
    }
    components.addAll(getters.rest());
    if (components.stream().skip(types.size()).anyMatch(TypeForm.Component::isField)) {
      return Optional.empty(); // nothing would set it
    }
    return Optional.of(
        new TypeForm.RecordOf(element, components, Creators.making(constructor, true)));
  }

  private static String nameOf(VariableElement parameter) {
    String said = Creators.name(parameter);
    return said.isEmpty() ? parameter.getSimpleName().toString() : said;
  }

  private List<TypeMirror> parameterTypes(DeclaredType type, ExecutableElement creator) {
    ExecutableType inType = MoreTypes.asExecutable(mirrors.types().asMemberOf(type, creator));
    return List.copyOf(inType.getParameterTypes());
  }

  private boolean same(TypeMirror left, TypeMirror right) {
    return mirrors.types().isSameType(left, right);
  }
}
