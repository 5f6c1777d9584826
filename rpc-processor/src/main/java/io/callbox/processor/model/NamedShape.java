package io.callbox.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A user's type. Its {@link Definition} describes its content, so that a type may contain itself.
 *
 * @param type the Java type
 * @param arguments its type arguments, none if it is not generic
 */
public record NamedShape(JavaName type, List<TypeShape> arguments) implements TypeShape {

  /** A type with these arguments. */
  public NamedShape {
    arguments = List.copyOf(arguments);
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.named(this);
  }

  @Override
  public String label() {
    return arguments.isEmpty()
        ? type.simpleName()
        : arguments.stream()
            .map(TypeShape::label)
            .collect(Collectors.joining("And", type.simpleName() + "Of", ""));
  }
}
