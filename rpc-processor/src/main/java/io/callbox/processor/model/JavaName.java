package io.callbox.processor.model;

import java.util.List;

/**
 * The name of a Java class or interface.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleNames the names of its enclosing types, and then its own simple name
 */
public record JavaName(String packageName, List<String> simpleNames) {

  /** A name of these parts. */
  public JavaName {
    simpleNames = List.copyOf(simpleNames);
  }

  /** A top-level name. */
  public static JavaName of(String packageName, String simpleName) {
    return new JavaName(packageName, List.of(simpleName));
  }

  /** The last part alone. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** Nested names joined with a dot: {@code Outer.Inner}. */
  public String dotted() {
    return String.join(".", simpleNames);
  }

  /** The name with its package, nested names joined with a dot. */
  public String qualified() {
    return packageName.isEmpty() ? dotted() : packageName + '.' + dotted();
  }

  /** A top-level name in the same package: {@code Outer_Inner} and a suffix. */
  public JavaName generated(String suffix) {
    return of(packageName, String.join("_", simpleNames) + suffix);
  }
}
