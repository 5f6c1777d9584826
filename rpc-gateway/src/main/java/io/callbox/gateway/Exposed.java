package io.callbox.gateway;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which methods are visible from outside. Immutable. */
@FunctionalInterface
interface Exposed extends Predicate<String> {

  /** Exposes all served methods. */
  Exposed ALL = method -> true;

  private static boolean isPattern(String text) {
    return text.matches("[A-Za-z0-9_.-]+\\.(\\*|[A-Za-z0-9_-]+)");
  }

  /** Exposes the methods of a list: {@code Service.method}, or {@code Service.*}. */
  static Exposed of(List<String> patterns) {
    for (String each : patterns) {
      if (!isPattern(each)) {
        throw new IllegalArgumentException(
            "write Service.method or Service.* to expose methods, got '" + each + "'");
      }
    }
    Set<String> known = Set.copyOf(patterns);
    return method ->
        known.contains(method)
            || known.contains(method.substring(0, Math.max(0, method.lastIndexOf('.'))) + ".*");
  }
}
