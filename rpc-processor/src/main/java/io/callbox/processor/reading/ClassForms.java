package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.reading.TypeForm.Databound;
import io.callbox.processor.reading.TypeForm.Reason;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Determines the form of plain classes: a creator with {@code @JsonCreator}; else a constructor
 * without parameters, and setters; else the only constructor, if each of its parameters has a
 * getter.
 */
final class ClassForms {

  private static final String SEVERAL =
      "it has several constructors, of which none is marked with @JsonCreator";

  private final Reach reach;
  private final Mirrors mirrors;
  private final CreatorForms made;

  ClassForms(Reach reach) {
    this.reach = reach;
    this.mirrors = reach.mirrors();
    this.made = new CreatorForms(reach);
  }

  TypeForm form(DeclaredType type, TypeElement element) {
    List<ExecutableElement> creators = Creators.marked(element);
    Accessors accessors = new Accessors(element, mirrors);
    if (creators.size() > 1) {
      return new Databound(element, List.of("more than one @JsonCreator"));
    } else if (!creators.isEmpty()) {
      TypeForm marked = made.ofMarked(type, creators.get(0), getters(type, accessors));
      return SettersByReflection.orDatabound(element, marked, accessors);
    }
    return element.getModifiers().contains(Modifier.ABSTRACT)
        ? new Unsupported(
            Reason.CLASS,
            "it is abstract, and says neither how one is made nor what" + " its subclasses are")
        : ofConstructors(type, element, accessors);
  }

  private TypeForm ofConstructors(DeclaredType type, TypeElement element, Accessors accessors) {
    List<ExecutableElement> all = ElementFilter.constructorsIn(element.getEnclosedElements());
    List<ExecutableElement> open =
        all.stream().filter(each -> !each.getModifiers().contains(Modifier.PRIVATE)).toList();
    List<ExecutableElement> callable = open.stream().filter(reach::makes).toList();
    Optional<ExecutableElement> empty =
        open.stream().filter(each -> each.getParameters().isEmpty()).findFirst();
    if (empty.isPresent() && callable.contains(empty.get())) {
      return reach
          .checkedException(empty.get())
          .<TypeForm>map(thrown -> left(element, "a constructor that throws " + thrown))
          .orElseGet(
              () ->
                  SettersByReflection.orDatabound(
                      element, ofSetters(type, element, accessors), accessors));
    }
    TypeForm only =
        callable.size() == 1
            ? made.ofOnly(type, callable.get(0), getters(type, accessors))
            : new Unsupported(Reason.CLASS, callable.isEmpty() ? "" : SEVERAL);
    if (only instanceof Unsupported && empty.isPresent()) {
      return left(element, "a constructor without parameters that generated code cannot call");
    }
    return callable.isEmpty() && !open.isEmpty()
        ? new Unsupported(Reason.HIDDEN_CONSTRUCTOR)
        : only;
  }

  private static Databound left(TypeElement element, String reason) {
    return new Databound(element, List.of(reason));
  }

  private Getters getters(DeclaredType type, Accessors accessors) {
    return new Getters(type, mirrors, accessors, accessors.getters());
  }

  private TypeForm ofSetters(DeclaredType type, TypeElement element, Accessors accessors) {
    Map<String, ExecutableElement> getters = accessors.getters();
    Map<String, ExecutableElement> setters = accessors.setters();
    Set<String> names = new LinkedHashSet<>();
    accessors.fields().stream()
        .filter(field -> isProperty(field, getters, setters))
        .forEach(field -> names.add(field.getSimpleName().toString()));
    names.addAll(getters.keySet());
    names.addAll(setters.keySet());
    return new TypeForm.BeanOf(
        element, names.stream().map(name -> property(name, type, accessors)).toList());
  }

  private static boolean isProperty(
      VariableElement field,
      Map<String, ExecutableElement> getters,
      Map<String, ExecutableElement> setters) {
    String name = field.getSimpleName().toString();
    return field.getModifiers().contains(Modifier.PUBLIC)
        || getters.containsKey(name)
        || setters.containsKey(name);
  }

  private TypeForm.Property property(String name, DeclaredType type, Accessors accessors) {
    ExecutableElement getter = accessors.getters().get(name);
    ExecutableElement setter = accessors.setters().get(name);
    if (getter == null && setter == null) {
      return ofField(name, type, accessors);
    }
    TypeMirror propertyType =
        getter != null
            ? returned(type, getter)
            : MoreTypes.asExecutable(mirrors.types().asMemberOf(type, setter))
                .getParameterTypes()
                .get(0);
    TypeForm.Component component =
        new TypeForm.Component(
            name,
            propertyType,
            getter == null ? "" : getter.getSimpleName() + "()",
            declarations(name, accessors, present(getter, setter)));
    return new TypeForm.Property(
        component, setter == null ? assignment(name, accessors) : setter.getSimpleName() + "");
  }

  /** The assignment of a property with only a getter: its field, if it is public. */
  private static String assignment(String name, Accessors accessors) {
    return accessors.open(name).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.FINAL))
        .findFirst()
        .map(field -> name + " =")
        .orElse("");
  }

  private TypeForm.Property ofField(String name, DeclaredType type, Accessors accessors) {
    List<Element> declarations = declarations(name, accessors, List.of());
    Element field = declarations.get(0);
    boolean constant = field.getModifiers().contains(Modifier.FINAL);
    return new TypeForm.Property(
        new TypeForm.Component(name, mirrors.types().asMemberOf(type, field), name, declarations),
        constant ? "" : name + " =");
  }

  private TypeMirror returned(DeclaredType type, ExecutableElement getter) {
    return MoreTypes.asExecutable(mirrors.types().asMemberOf(type, getter)).getReturnType();
  }

  private static List<Element> present(@Nullable Element getter, @Nullable Element setter) {
    List<Element> present = new ArrayList<>();
    Optional.ofNullable(getter).ifPresent(present::add);
    Optional.ofNullable(setter).ifPresent(present::add);
    return present;
  }

  private static List<Element> declarations(
      String name, Accessors accessors, List<? extends Element> others) {
    List<Element> declarations = new ArrayList<>(others);
    declarations.addAll(accessors.named(name));
    return declarations;
  }
}
