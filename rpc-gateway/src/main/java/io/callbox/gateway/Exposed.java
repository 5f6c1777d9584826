package io.callbox.gateway;

import io.callbox.transport.Namespace;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which methods are visible from outside. Immutable. */
@FunctionalInterface
interface Exposed extends Predicate<String> {

  /** Exposes all served methods. */
  Exposed ALL = method -> true;

  private static boolean isPattern(String text) {
    int dot = text.lastIndexOf('.');
    return dot > 0
        && Namespace.isService(text.substring(0, dot))
        && (text.endsWith(".*") || Namespace.isService(text));
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
