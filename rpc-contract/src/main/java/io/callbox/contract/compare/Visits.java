package io.callbox.contract.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The named types that are being compared, or have been. Trials add to the same set, and remove
 * what they have added, because the set is too large to be copied for each of the many trials. For
 * one thread.
 */
final class Visits {

  private final Set<Pair> all;
  private final List<Pair> added = new ArrayList<>();

  /** Creates it without visits. */
  Visits() {
    this(new HashSet<>());
  }

  private Visits(Set<Pair> all) {
    this.all = all;
  }

  /** Returns visits that begin with these. */
  Visits further() {
    return new Visits(all);
  }

  /** Adds a visit; returns false if there has been one. */
  boolean add(Pair pair) {
    return all.add(pair) && added.add(pair);
  }

  /** Removes the visits that were added here. */
  void undo() {
    added.forEach(all::remove);
  }
}
