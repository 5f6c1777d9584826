package io.callbox.testkit.contract;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

/**
 * Recognizes types that other annotation processors create, by the names of their generated
 * classes.
 */
final class Makers {

  private Makers() {}

  /**
   * Returns the reason why no random values of a type are made, as a part of a sentence; empty if
   * it is unknown.
   */
  static String reason(Class<?> type) {
    String outer =
        type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", "");
    if (isImmutables(type) || exists(type, "Immutable" + type.getSimpleName())) {
      return ", as its builder of Immutables decides what it accepts";
    } else if (exists(type, "AutoValue_" + outer.replace('$', '_'))) {
      return ", as its factory for AutoValue decides what it accepts";
    }
    return "";
  }

  private static boolean isImmutables(Class<?> type) {
    return type.getSimpleName().startsWith("Immutable")
        && Stream.of(type.getMethods())
            .anyMatch(
                each -> each.getName().equals("builder") && Modifier.isStatic(each.getModifiers()));
  }

  private static boolean exists(Class<?> type, String simpleName) {
    try {
      String packageName = type.getPackageName();
      Class.forName(
          (packageName.isEmpty() ? "" : packageName + '.') + simpleName,
          false,
          type.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
