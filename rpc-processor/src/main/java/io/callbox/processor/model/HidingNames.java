package io.callbox.processor.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names that make generated code impossible. In a stub, members that it inherits from the
 * interface hide types and packages with the same names, and a type hides a package from all types
 * in its package. Generated code can then name a hidden type with its package, but not if the
 * package has no name, or if the package itself is hidden.
 */
public final class HidingNames {

  private HidingNames() {}

  /** The first name that hides a type that the code of a service must name, if there is one. */
  public static Optional<String> of(ServiceModel service) {
    TypeHeads heads = new TypeHeads(service);
    Set<String> hidden = new TreeSet<>(service.setting().inheritedNames());
    if (service.name().packageName().isEmpty()) {
      hidden.retainAll(heads.all());
    } else {
      hidden.retainAll(heads.packages());
    }
    hidden.addAll(service.setting().siblings());
    return hidden.stream().findFirst();
  }
}
