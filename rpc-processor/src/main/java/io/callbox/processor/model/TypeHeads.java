package io.callbox.processor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first words of type names in generated code: the outermost simple name of each type of a
 * service, and the first word of each package. A variable or constant with such a name would hide
 * the type, so none has such a name. Types of the runtime and of the platform are not included:
 * their names begin with a capital letter and contain small ones, and no variable or constant of
 * generated code has such a name.
 */
public final class TypeHeads {

  private static final List<String> PACKAGES_OF_LIBRARIES = List.of("com", "io", "java", "javax");

  private final Set<String> packages = new HashSet<>(PACKAGES_OF_LIBRARIES);
  private final Set<String> types = new HashSet<>();

  /** The first words of all types that a service uses. */
  public TypeHeads(ServiceModel service) {
    this(service.name(), service.definitions(), service.exceptions());
  }

  /**
   * The first words of all types of a service.
   *
   * @param service the interface
   * @param definitions the types that travel
   * @param exceptions those that it declares
   */
  public TypeHeads(
      JavaName service, List<Definition> definitions, List<ExceptionModel> exceptions) {
    add(service);
    for (GeneratedType each : GeneratedType.values()) {
      add(each.of(service));
    }
    definitions.forEach(definition -> add(definition.shape().type()));
    exceptions.forEach(exception -> add(exception.type()));
  }

  private void add(JavaName name) {
    types.add(name.simpleNames().get(0));
    if (!name.packageName().isEmpty()) {
      packages.add(name.packageName().split("\\.", 2)[0]);
    }
  }

  /** First words of packages. */
  public Set<String> packages() {
    return Set.copyOf(packages);
  }

  /** Outermost simple names of types. */
  public Set<String> types() {
    return Set.copyOf(types);
  }

  /** Returns both. */
  public Collection<String> all() {
    return Stream.concat(packages.stream(), types.stream()).toList();
  }
}
