package io.callbox.contract.compare;

import io.callbox.contract.model.Schema.Named;
import io.callbox.contract.model.ServiceContract;
import java.util.Set;

/**
 * Both versions.
 *
 * @param older the older one
 * @param newer the newer one
 * @param same the names of types that are the same in both, including their contents
 * @param effort bounds the work of the comparison
 */
record Sides(Side older, Side newer, Set<String> same, Effort effort) {

  static Sides of(ServiceContract older, ServiceContract newer, Effort effort) {
    return new Sides(
        new Side(false, older.types()),
        new Side(true, newer.types()),
        SameTypes.of(older.types(), newer.types()),
        effort);
  }

  Side of(boolean wantNewer) {
    return wantNewer ? newer : older;
  }

  /** Returns whether a type of one version is the same as one of the other. */
  boolean areSame(Named one, Named other) {
    return one.equals(other) && same.contains(one.name());
  }
}
