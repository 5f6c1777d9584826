package io.callbox.processor.model;

/**
 * An array; {@code byte[]} too, which travels as text.
 *
 * @param component its component type
 */
public record ArrayShape(TypeShape component) implements TypeShape {

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.array(this);
  }

  @Override
  public String label() {
    return "ArrayOf" + component.label();
  }
}
