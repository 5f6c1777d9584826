package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.Definition.EnumCode;
import io.callbox.processor.model.PrimitiveShape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Determines the form of types that are written as one value: {@code @JsonValue} marks the value,
 * and a {@code @JsonCreator} or the only constructor creates an instance from it.
 */
final class ValueForms {

  private final Reach reach;
  private final Mirrors mirrors;

  ValueForms(Reach reach) {
    this.reach = reach;
    this.mirrors = reach.mirrors();
  }

  /** Returns the form of such a type; empty if the type is not one. */
  Optional<TypeForm> form(DeclaredType type, TypeElement element) {
    Optional<? extends Element> value = value(element);
    List<ExecutableElement> creators = Creators.marked(element);
    if (value.isEmpty()) {
      boolean named = creators.stream().noneMatch(each -> delegates(each, element));
      return named && (creators.isEmpty() || element.getKind() != ElementKind.ENUM)
          ? Optional.empty()
          : Optional.of(left(element, "a delegating @JsonCreator without @JsonValue"));
    } else if (!reach.includes(value.get())) {
      return Optional.of(left(element, "@JsonValue on what generated code cannot call"));
    } else if (throwsChecked(value.get())) {
      return Optional.of(left(element, "@JsonValue on what throws a checked exception"));
    } else if (creators.isEmpty() && element.getKind() == ElementKind.ENUM) {
      return Optional.empty();
    }
    List<ExecutableElement> makers = creators.isEmpty() ? implied(element) : creators;
    return Optional.of(
        makers.size() == 1 && makes(makers.get(0), element, type, value.get())
            ? new TypeForm.ValueOf(
                element, component(type, value.get()), Creators.making(makers.get(0), reach))
            : left(element, "@JsonValue without a @JsonCreator that takes the same type"));
  }

  /** Returns the codes of the constants of an enum; empty if their names are written. */
  Optional<EnumCode> code(TypeElement element) {
    return value(element).map(value -> new EnumCode(accessor(value), number(typeOf(value))));
  }

  private static Optional<PrimitiveShape> number(TypeMirror code) {
    if (MoreTypes.isTypeOf(String.class, code)) {
      return Optional.empty();
    }
    boolean wide = code.getKind() == TypeKind.LONG || Mirrors.is(code, "java.lang.Long");
    return Optional.of(wide ? PrimitiveShape.LONG : PrimitiveShape.INT);
  }

  /**
   * Returns whether the constants of an enum have codes that are neither text nor whole numbers.
   */
  boolean oddlyCoded(TypeElement element) {
    return value(element)
        .map(ValueForms::typeOf)
        .filter(type -> !type.toString().matches("(java\\.lang\\.)?(String|int|Integer|long|Long)"))
        .isPresent();
  }

  /**
   * Returns whether a creator takes one value. Creators of records take their members unless an
   * annotation says otherwise.
   */
  private boolean delegates(ExecutableElement creator, TypeElement element) {
    boolean canonical =
        element.getKind() == ElementKind.RECORD && mirrors.isCanonical(creator, element);
    boolean says =
        Jackson.constant("JsonCreator", "mode", List.of(creator))
            .filter("DELEGATING"::equals)
            .isPresent();
    return says || (!canonical && Creators.delegating(creator));
  }

  private boolean makes(
      ExecutableElement maker, TypeElement element, DeclaredType type, Element value) {
    return maker.getParameters().size() == 1
        && Creators.callable(maker, element, reach)
        && (Creators.marked(element).isEmpty()
            || Creators.delegating(maker)
            || element.getKind() == ElementKind.RECORD)
        && mirrors
            .types()
            .isSameType(
                MoreTypes.asExecutable(mirrors.types().asMemberOf(type, maker))
                    .getParameterTypes()
                    .get(0),
                typeIn(type, value));
  }

  private boolean throwsChecked(Element value) {
    return value instanceof ExecutableElement method && reach.checkedException(method).isPresent();
  }

  private static List<ExecutableElement> implied(TypeElement element) {
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().size() == 1)
        .toList();
  }

  /** Returns the marked element; a method before a field, because a record has both. */
  private Optional<? extends Element> value(TypeElement element) {
    List<? extends Element> marked =
        mirrors.elements().getAllMembers(element).stream()
            .filter(each -> Jackson.on("JsonValue", List.of(each)))
            .toList();
    Optional<? extends Element> method =
        marked.stream().filter(each -> each.getKind() == ElementKind.METHOD).findFirst();
    return method.isPresent() ? method : marked.stream().findFirst();
  }

  private TypeForm.Component component(DeclaredType type, Element value) {
    return new TypeForm.Component("value", typeIn(type, value), accessor(value), List.of(value));
  }

  private TypeMirror typeIn(DeclaredType type, Element value) {
    TypeMirror member = mirrors.types().asMemberOf(type, value);
    return member.getKind() == TypeKind.EXECUTABLE
        ? MoreTypes.asExecutable(member).getReturnType()
        : member;
  }

  private static TypeMirror typeOf(Element value) {
    return value instanceof ExecutableElement method ? method.getReturnType() : value.asType();
  }

  private static String accessor(Element value) {
    return value.getSimpleName() + (value instanceof ExecutableElement ? "()" : "");
  }

  private static TypeForm left(TypeElement element, String reason) {
    return new TypeForm.Databound(element, List.of(reason));
  }
}
