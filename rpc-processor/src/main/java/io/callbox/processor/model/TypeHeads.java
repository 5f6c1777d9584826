package io.callbox.processor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words with which generated code mentions types: the outermost simple name of each type of a
 * service, and the first word of each package. A variable or constant of such a name would stand
 * for itself where the type is meant, so none is called so. Types of the runtime and of the
 * platform are left out: their names begin with a capital letter and have small ones, which is true
 * of no variable and of no constant of generated code.
 */
public final class TypeHeads {

  private static final List<String> PACKAGES_OF_LIBRARIES = List.of("com", "io", "java", "javax");

  private final Set<String> packages = new HashSet<>(PACKAGES_OF_LIBRARIES);
  private final Set<String> types = new HashSet<>();

  /** The first words of all that a service mentions. */
  public TypeHeads(ServiceModel service) {
    Stream.of(service.name(), service.stub(), service.asyncStub()).forEach(this::add);
    Stream.of(service.allStub(), service.skeleton(), service.marshaller()).forEach(this::add);
    service.definitions().forEach(definition -> add(definition.shape().type()));
    service.exceptions().forEach(exception -> add(exception.type()));
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

  /** Both. */
  public Collection<String> all() {
    return Stream.concat(packages.stream(), types.stream()).toList();
  }
}
