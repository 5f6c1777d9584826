package io.callbox.processor.model;

/**
 * A map from text to values of one other type.
 *
 * @param value what it maps to
 */
public record MapShape(TypeShape value) implements TypeShape {

  /** The Java type, without its arguments. */
  public static final JavaName TYPE = JavaName.of("java.util", "Map");

  @Override
  public String label() {
    return "MapOf" + value.label();
  }
}
