package io.callbox.processor.model;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The user's types that are keys of maps anywhere in a service. */
public final class MapKeys {

  private final Set<TypeShape> keys = new HashSet<>();

  /** The keys of a service's maps. */
  public MapKeys(ServiceModel service) {
    Stream.of(
            service.methods().stream().flatMap(method -> method.parameters().stream()),
            service.exceptions().stream().flatMap(exception -> exception.fields().stream()),
            service.definitions().stream().flatMap(definition -> definition.members().stream()))
        .flatMap(members -> members)
        .forEach(member -> visit(member.shape()));
    service.methods().forEach(method -> method.returns().result().ifPresent(this::visit));
  }

  /** Returns whether a type is the key of a map. */
  public boolean contains(NamedShape type) {
    return keys.contains(type);
  }

  private void visit(TypeShape shape) {
    if (shape instanceof MapShape map) {
      keys.add(map.key());
      visit(map.value());
    } else if (shape instanceof ContainerShape container) {
      visit(container.element());
    } else if (shape instanceof ArrayShape array) {
      visit(array.component());
    } else if (shape instanceof NamedShape named) {
      named.arguments().forEach(this::visit);
    }
  }
}
