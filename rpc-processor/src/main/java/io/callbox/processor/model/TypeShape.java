package io.callbox.processor.model;

/** The Java type of a value that travels, and with it the value's JSON form. */
public sealed interface TypeShape
    permits ArrayShape, ContainerShape, MapShape, NamedShape, PrimitiveShape, StandardShape {

  /** A name for it that can be part of a method's name: {@code ListOfLine}. */
  String label();
}
