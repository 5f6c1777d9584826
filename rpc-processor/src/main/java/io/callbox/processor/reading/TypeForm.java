package io.callbox.processor.reading;

import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.EnumCode;
import io.callbox.processor.model.Definition.Making;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What a type is to a marshaller, one level deep: what is inside has not been looked at. */
public sealed interface TypeForm {

  /** A primitive. */
  record Primitive(PrimitiveShape shape) implements TypeForm {}

  /** A type of the platform that is one JSON value. */
  record Standard(StandardShape shape) implements TypeForm {}

  /** A type of the platform that holds others. */
  record Container(ContainerShape.Kind kind, TypeMirror element) implements TypeForm {}

  /** A map. */
  record MapOf(MapShape.Kind kind, TypeMirror key, TypeMirror value) implements TypeForm {}

  /** An array. */
  record ArrayOf(TypeMirror component) implements TypeForm {}

  /**
   * A record of the user's, or a class that is made of all it holds at once. Types have the type's
   * arguments filled in.
   *
   * @param components what it is made of, in that order, then what is only written
   */
  record RecordOf(TypeElement type, List<Component> components, Making making)
      implements TypeForm {}

  /** A type of the user's that stands for one value of another. */
  record ValueOf(TypeElement type, Component value, Making making) implements TypeForm {}

  /**
   * A type of the user's that is left to databind, and what of it generated code cannot keep to.
   */
  record Databound(TypeElement type, List<String> reasons) implements TypeForm {}

  /** A class of the user's with a constructor for nothing, and setters. */
  record BeanOf(TypeElement type, List<Property> properties) implements TypeForm {}

  /** A type of the user's of which all subtypes are known. */
  record SealedOf(TypeElement type, String property, List<Subtype> subtypes) implements TypeForm {}

  /** An enum of the user's; it may have a code in place of names. */
  record EnumOf(TypeElement type, List<VariableElement> constants, Optional<EnumCode> code)
      implements TypeForm {}

  /**
   * Anything else.
   *
   * @param detail what in the type is the reason, in words; empty if the reason says all
   */
  record Unsupported(Reason reason, String detail) implements TypeForm {

    Unsupported(Reason reason) {
      this(reason, "");
    }
  }

  /**
   * What is in a record or class.
   *
   * @param name its Java name
   * @param type its type
   * @param accessor what to write behind an instance and a dot to get it; empty if it cannot be got
   * @param declarations all that may carry annotations, the one to put problems on first
   */
  record Component(
      String name, TypeMirror type, String accessor, List<? extends Element> declarations) {

    /** Whether it is got from a field itself. */
    public boolean isField() {
      return !accessor.isEmpty() && !accessor.endsWith(")");
    }

    /** Where a problem is put. */
    public Element element() {
      return declarations.get(0);
    }
  }

  /** What is in a class, and the method that sets it; empty if it cannot be set. */
  record Property(Component component, String setter) {}

  /** A subtype, and what it is called on the wire. */
  record Subtype(TypeMirror type, String tag) {}

  /** What is in a form that has members by name; nothing in others. */
  static Stream<Component> components(TypeForm form) {
    if (form instanceof RecordOf made) {
      return made.components().stream();
    }
    return form instanceof BeanOf bean
        ? bean.properties().stream().map(Property::component)
        : Stream.empty();
  }

  /** Why a type cannot travel. */
  enum Reason {
    OBJECT,
    RAW,
    WILDCARD,
    VARIABLE,
    INTERFACE,
    CLASS,
    INNER_CLASS,
    FUTURE,
    STREAM,
    NOTHING,
    SUBTYPE,
    DATABOUND_SUBTYPE,
    CLASS_BY_NAME,
    VALUE_CLASS,
    HIDDEN_CONSTRUCTOR,
    LOST_NAMES,
    LOST,
    GENERIC_MEMBER,
    UNSAYABLE,
    UNRESOLVED
  }
}
