package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * Determines the form of a type that a constructor or static method creates with all members at
 * once.
 */
final class CreatorForms {

  private final Reach reach;
  private final Mirrors mirrors;

  CreatorForms(Reach reach) {
    this.reach = reach;
    this.mirrors = reach.mirrors();
  }

  /**
   * Returns the form of a type with a marked creator. A parameter without a getter is only read.
   */
  TypeForm ofMarked(DeclaredType type, ExecutableElement creator, Getters getters) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (!Creators.callable(creator, element, reach)) {
      return new TypeForm.Databound(
          element, List.of("a @JsonCreator that generated code cannot call"));
    }
    List<TypeForm.Component> components = new ArrayList<>();
    List<TypeMirror> types = parameterTypes(type, creator);
    for (int place = 0; place < types.size(); place++) {
      VariableElement parameter = creator.getParameters().get(place);
      String name = nameOf(parameter);
      TypeMirror taken = types.get(place);
      Optional<TypeForm.Component> got = getters.take(name, parameter);
      if (got.isEmpty() && isLost(parameter, place)) {
        return new TypeForm.Unsupported(TypeForm.Reason.LOST_NAMES);
      }
      components.add(
          got.orElseGet(() -> new TypeForm.Component(name, taken, "", List.of(parameter))));
      if (!same(components.get(place).type(), taken)) {
        return new TypeForm.Databound(
            element, List.of("a @JsonCreator that takes " + name + " of another type"));
      }
    }
    components.addAll(getters.rest());
    return new TypeForm.RecordOf(element, components, Creators.making(creator, reach));
  }

  /**
   * Returns the form of a type with one unmarked constructor. Each of its parameters must have a
   * getter.
   */
  TypeForm ofOnly(DeclaredType type, ExecutableElement constructor, Getters getters) {
    TypeElement element = MoreTypes.asTypeElement(type);
    List<TypeForm.Component> components = new ArrayList<>();
    List<TypeMirror> types = parameterTypes(type, constructor);
    for (int place = 0; place < types.size(); place++) {
      VariableElement parameter = constructor.getParameters().get(place);
      TypeMirror taken = types.get(place);
      Optional<TypeForm.Component> component =
          getters.take(nameOf(parameter), parameter).filter(each -> same(each.type(), taken));
      if (component.isEmpty()) {
        return isLost(parameter, place)
            ? new TypeForm.Unsupported(TypeForm.Reason.LOST_NAMES)
            : new TypeForm.Unsupported(
                TypeForm.Reason.CLASS,
                "its constructor takes " + nameOf(parameter) + ", and no getter gives that");
      }
      components.add(component.get());
    }
    components.addAll(getters.rest());
    Optional<TypeForm.Component> unset =
        components.stream().skip(types.size()).filter(getters::isOpen).findFirst();
    return unset.isPresent()
        ? new TypeForm.Unsupported(
            TypeForm.Reason.CLASS,
            "its constructor does not take " + unset.get().name() + ", a public field")
        : new TypeForm.RecordOf(element, components, Creators.making(constructor, reach));
  }

  /** Returns whether only the place of a parameter is known, and not its name. */
  private static boolean isLost(VariableElement parameter, int place) {
    return nameOf(parameter).equals("arg" + place);
  }

  private static String nameOf(VariableElement parameter) {
    String said = Creators.name(parameter);
    return said.isEmpty() ? parameter.getSimpleName().toString() : said;
  }

  private List<TypeMirror> parameterTypes(DeclaredType type, ExecutableElement creator) {
    ExecutableType inType = MoreTypes.asExecutable(mirrors.types().asMemberOf(type, creator));
    KotlinCollections kotlin = new KotlinCollections(mirrors);
    return inType.getParameterTypes().stream()
        .<TypeMirror>map(each -> kotlin.said(each, creator))
        .toList();
  }

  private boolean same(TypeMirror left, TypeMirror right) {
    return mirrors.types().isSameType(left, right);
  }
}
