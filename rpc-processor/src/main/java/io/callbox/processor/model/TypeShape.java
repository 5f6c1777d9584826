package io.callbox.processor.model;

/** The Java type of a value that travels, and with it the value's JSON form. */
public sealed interface TypeShape
    permits ArrayShape, ContainerShape, MapShape, NamedShape, PrimitiveShape, StandardShape {

  /** Its name as a part of a method's name: {@code ListOfLine}. */
  String label();

  /**
   * Calls the case of its kind. A new kind is a compile error in all implementations of {@link
   * Cases}.
   */
  <T> T match(Cases<T> cases);

  /** One function for each kind of type. */
  interface Cases<T> {

    T primitive(PrimitiveShape shape);

    T standard(StandardShape shape);

    T array(ArrayShape shape);

    T container(ContainerShape shape);

    T map(MapShape shape);

    T named(NamedShape shape);
  }
}
