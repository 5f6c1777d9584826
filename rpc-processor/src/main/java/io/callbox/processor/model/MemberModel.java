package io.callbox.processor.model;

/**
 * A value with a name: a parameter, a component of a record, a field of an exception.
 *
 * @param name what generated code calls a variable that holds it
 * @param wireName what it is called on the wire
 * @param accessor what to write behind an instance and a dot to get it: {@code lines()}; for a
 *     parameter its name
 * @param shape its type
 */
public record MemberModel(String name, String wireName, String accessor, TypeShape shape) {

  /** Whether it must be there: a primitive has no value that could stand for a missing one. */
  public boolean required() {
    return shape instanceof PrimitiveShape;
  }
}
