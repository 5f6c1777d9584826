package io.callbox.processor.model;

import java.util.List;
import java.util.Set;

/**
 * The places of {@code ? extends} in the type of a parameter. Kotlin writes it for read-only
 * collections, and a method that overrides such a method must write the same.
 *
 * @param places the place of each, as the indices of the type arguments that lead there
 */
public record Wildcards(Set<List<Integer>> places) {

  /** No wildcards: a type as users of Java write it. */
  public static final Wildcards NONE = new Wildcards(Set.of());

  /** Wildcards at these places. */
  public Wildcards {
    places = Set.copyOf(places);
  }

  /** Returns whether there are any. */
  public boolean any() {
    return !places.isEmpty();
  }
}
