package io.callbox.processor.reading;

import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.EnumCode;
import io.callbox.processor.model.Making;
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

/** The form of a type for a marshaller, one level deep: its inner types have not been examined. */
public sealed interface TypeForm {

  /**
   * Calls the case of its kind. A new kind is a compile error in all implementations of {@link
   * Cases}.
   */
  <T> T match(Cases<T> cases);

  /** One function for each kind of form. */
  interface Cases<T> {

    T primitive(Primitive form);

    T standard(Standard form);

    T container(Container form);

    T map(MapOf form);

    T array(ArrayOf form);

    T record(RecordOf form);

    T value(ValueOf form);

    T databound(Databound form);

    T bean(BeanOf form);

    T sealed(SealedOf form);

    T constants(EnumOf form);

    T unsupported(Unsupported form);
  }

  /** A primitive. */
  record Primitive(PrimitiveShape shape) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.primitive(this);
    }
  }

  /** A type of the platform that is one JSON value. */
  record Standard(StandardShape shape) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.standard(this);
    }
  }

  /** A type of the platform that holds others. */
  record Container(ContainerShape.Kind kind, TypeMirror element) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.container(this);
    }
  }

  /** A map. */
  record MapOf(MapShape.Kind kind, TypeMirror key, TypeMirror value) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.map(this);
    }
  }

  /** An array. */
  record ArrayOf(TypeMirror component) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.array(this);
    }
  }

  /**
   * A user's record, or a class that is created with all members at once. Types have the type's
   * arguments filled in.
   *
   * @param components the members of its creator, in that order, then members that are only written
   */
  record RecordOf(TypeElement type, List<Component> components, Making making) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.record(this);
    }
  }

  /** A user's type that is written as one value of another type. */
  record ValueOf(TypeElement type, Component value, Making making) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.value(this);
    }
  }

  /**
   * A user's type that is left to databind, with the parts that generated code does not support.
   */
  record Databound(TypeElement type, List<String> reasons) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.databound(this);
    }
  }

  /** A user's class with a constructor without parameters, and setters. */
  record BeanOf(TypeElement type, List<Property> properties) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.bean(this);
    }
  }

  /** A user's type with a known set of subtypes. */
  record SealedOf(TypeElement type, String property, List<Subtype> subtypes) implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.sealed(this);
    }
  }

  /** A user's enum; it may have codes instead of names. */
  record EnumOf(TypeElement type, List<VariableElement> constants, Optional<EnumCode> code)
      implements TypeForm {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.constants(this);
    }
  }

  /**
   * Any other type.
   *
   * @param detail the part of the type that is the reason, in words; empty if the reason is enough
   */
  record Unsupported(Reason reason, String detail) implements TypeForm {

    Unsupported(Reason reason) {
      this(reason, "");
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.unsupported(this);
    }
  }

  /**
   * A member of a record or class.
   *
   * @param name its Java name
   * @param type its type
   * @param accessor the accessor after an instance and a dot; empty if there is none
   * @param declarations the elements that may have annotations, first the one on which problems are
   *     reported
   */
  record Component(
      String name, TypeMirror type, String accessor, List<? extends Element> declarations) {

    /** Returns whether it is read directly from a field. */
    public boolean isField() {
      return !accessor.isEmpty() && !accessor.endsWith(")");
    }

    /** Returns the element on which problems are reported. */
    public Element element() {
      return declarations.get(0);
    }
  }

  /** A member of a class, and the method that sets it; empty if it cannot be set. */
  record Property(Component component, String setter) {}

  /** A subtype, and its name on the wire. */
  record Subtype(TypeMirror type, String tag) {}

  /** Returns the members of a form that has members by name; none for others. */
  static Stream<Component> components(TypeForm form) {
    if (form instanceof RecordOf made) {
      return made.components().stream();
    }
    return form instanceof BeanOf bean
        ? bean.properties().stream().map(Property::component)
        : Stream.empty();
  }

  /** The reason why a type cannot travel. */
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
