package io.callbox.processor.reading;

import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
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
  record MapOf(TypeMirror key, TypeMirror value) implements TypeForm {}

  /** An array. */
  record ArrayOf(TypeMirror component) implements TypeForm {}

  /** A record of the user's; the types of its components have its arguments filled in. */
  record RecordOf(TypeElement type, List<Component> components) implements TypeForm {}

  /** An enum of the user's. */
  record EnumOf(TypeElement type, List<String> constants) implements TypeForm {}

  /** Anything else. */
  record Unsupported(Reason reason) implements TypeForm {}

  /** A component of a record. */
  record Component(String name, TypeMirror type, Element element) {}

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
    NOTHING,
    UNRESOLVED
  }
}
