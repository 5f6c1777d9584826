package io.callbox.processor.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names that no generated code can get past. Within a stub, what it inherits from the interface
 * hides types and packages of the same names; a type hides a package from all types beside it. A
 * type can be mentioned with its package then, but not if its package has no name, or if that is
 * what is hidden.
 */
public final class HidingNames {

  private HidingNames() {}

  /** The first name that hides what the code of a service has to mention, if one does. */
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
