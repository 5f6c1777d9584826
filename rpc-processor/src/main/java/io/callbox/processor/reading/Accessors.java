package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The public methods of a class that get or set a member, inherited ones included, and its fields.
 */
final class Accessors {

  private final List<ExecutableElement> methods;
  private final List<ExecutableElement> hidden;
  private final List<VariableElement> allFields;
  private final List<VariableElement> fields;

  Accessors(TypeElement type, Mirrors mirrors) {
    this.methods =
        MoreElements.getLocalAndInheritedMethods(type, mirrors.types(), mirrors.elements()).stream()
            .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
            .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
            .filter(method -> !MoreTypes.isTypeOf(Object.class, Enclosing.of(method).asType()))
            .toList();
    this.hidden =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
            .filter(method -> !method.getModifiers().contains(Modifier.PUBLIC))
            .filter(method -> method.getParameters().size() == 1)
            .toList();
    this.allFields =
        fields(type).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .toList();
    this.fields =
        allFields.stream()
            .filter(field -> !field.getModifiers().contains(Modifier.TRANSIENT))
            .toList();
  }

  /** All fields, those of superclasses first. */
  private static List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = new ArrayList<>();
    if (type.getSuperclass().getKind() == TypeKind.DECLARED) {
      fields.addAll(fields(MoreTypes.asTypeElement(type.getSuperclass())));
    }
    fields.addAll(ElementFilter.fieldsIn(type.getEnclosedElements()));
    return fields;
  }

  /** The fields that are not constants, in their order. */
  List<VariableElement> fields() {
    return fields;
  }

  /** The fields of a name, transient ones too: their annotations count. */
  List<VariableElement> named(String name) {
    return allFields.stream().filter(field -> field.getSimpleName().contentEquals(name)).toList();
  }

  /** The public fields of a name that are not constants. */
  List<VariableElement> open(String name) {
    return fields.stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .filter(field -> field.getModifiers().contains(Modifier.PUBLIC))
        .toList();
  }

  /**
   * Returns the getters {@code getX} and {@code isX} by the names of their properties, in their
   * order.
   */
  Map<String, ExecutableElement> getters() {
    Map<String, ExecutableElement> getters = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      if (method.getParameters().isEmpty() && method.getReturnType().getKind() != TypeKind.VOID) {
        boolean truth =
            method.getReturnType().getKind() == TypeKind.BOOLEAN
                || Mirrors.is(method.getReturnType(), "java.lang.Boolean");
        property(method, "get")
            .or(() -> truth ? property(method, "is") : Optional.empty())
            .ifPresent(name -> getters.putIfAbsent(name, method));
      }
    }
    return getters;
  }

  /**
   * Returns the setters {@code setX} by the names of their properties, in their order. Of several
   * setters, it returns the one that takes the type of the getter.
   */
  Map<String, ExecutableElement> setters() {
    Map<String, ExecutableElement> getters = getters();
    Map<String, ExecutableElement> setters = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      if (method.getParameters().size() == 1) {
        property(method, "set")
            .filter(name -> !setters.containsKey(name) || agree(getters.get(name), method))
            .ifPresent(name -> setters.put(name, method));
      }
    }
    return setters;
  }

  /** Returns whether a setter takes the type of the getter, if there is one. */
  static boolean agree(@Nullable ExecutableElement getter, ExecutableElement setter) {
    return getter == null
        || MoreTypes.equivalence()
            .equivalent(getter.getReturnType(), setter.getParameters().get(0).asType());
  }

  /**
   * Returns whether public methods with a field's own name get and set it, as Lombok's fluent
   * accessors do.
   */
  boolean isFluent(VariableElement field) {
    boolean got = false;
    boolean set = false;
    for (ExecutableElement method : methods) {
      if (method.getSimpleName().equals(field.getSimpleName())) {
        got |= method.getParameters().isEmpty() && same(method.getReturnType(), field);
        set |=
            method.getParameters().size() == 1
                && same(method.getParameters().get(0).asType(), field);
      }
    }
    return got && set;
  }

  private static boolean same(TypeMirror type, VariableElement field) {
    return MoreTypes.equivalence().equivalent(type, field.asType());
  }

  /**
   * Returns the names of properties that only databind could set, through methods that are not
   * public.
   */
  List<String> hidden() {
    return hidden.stream()
        .map(method -> property(method, "set"))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Finds the getter of a property with this name: {@code getX}, {@code isX} or {@code x} itself.
   */
  Optional<ExecutableElement> getter(String name) {
    String capitalised = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Set<String> wanted = Set.of(name, "get" + capitalised, "is" + capitalised);
    return methods.stream()
        .filter(method -> method.getParameters().isEmpty())
        .filter(method -> wanted.contains(method.getSimpleName().toString()))
        .findFirst();
  }

  /**
   * Returns the name of a property, by Jackson's rule: all leading capitals become small, {@code
   * getURLText} gets {@code urltext}.
   */
  private static Optional<String> property(ExecutableElement method, String prefix) {
    String name = method.getSimpleName().toString();
    if (!name.startsWith(prefix) || name.length() == prefix.length()) {
      return Optional.empty();
    }
    StringBuilder property = new StringBuilder(name.substring(prefix.length()));
    for (int index = 0; index < property.length(); index++) {
      char small = Character.toLowerCase(property.charAt(index));
      if (small == property.charAt(index)) {
        break;
      }
      property.setCharAt(index, small);
    }
    return Optional.of(property.toString());
  }
}
