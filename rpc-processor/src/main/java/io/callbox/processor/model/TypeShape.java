package io.callbox.processor.model;

/** The Java type of a value that travels, and with it the value's JSON form. */
public sealed interface TypeShape
    permits ArrayShape, ContainerShape, MapShape, NamedShape, PrimitiveShape, StandardShape {

  /** A name for it that can be part of a method's name: {@code ListOfLine}. */
  String label();

  /** What the case of its kind makes of it: a new kind is a compile error in all that lack one. */
  <T> T match(Cases<T> cases);

  /** What is made of a type, by its kind. */
  interface Cases<T> {

    T primitive(PrimitiveShape shape);

    T standard(StandardShape shape);

    T array(ArrayShape shape);

    T container(ContainerShape shape);

    T map(MapShape shape);

    T named(NamedShape shape);
  }
}
