package io.callbox.testkit.contract;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties of classes: getters of plain classes, accessors of exceptions. */
final class Properties {

  private Properties() {}

  /**
   * Returns the getters {@code getX} and {@code isX} of a plain class, by the name of the property.
   */
  static Map<String, Method> gettersOf(Class<?> type) {
    Map<String, Method> getters = new TreeMap<>();
    for (Method method : instanceMethods(type, 0)) {
      String name = method.getName().replaceFirst("^(get|is)(?=[^a-z])", "");
      if (!name.equals(method.getName())) {
        getters.putIfAbsent(name, method);
      }
    }
    return getters;
  }

  /**
   * Returns the accessors of an exception besides its message: {@code x()}, {@code getX()} or
   * {@code isX()}.
   */
  static Map<String, Method> accessorsOf(Class<?> exception) {
    Map<String, Method> accessors = new TreeMap<>();
    for (Method method : instanceMethods(exception, 0)) {
      boolean inherited = method.getDeclaringClass().isAssignableFrom(Exception.class);
      if (!inherited && method.getReturnType() != void.class) {
        accessors.put(method.getName(), method);
      }
    }
    return accessors;
  }

  private static List<Method> instanceMethods(Class<?> type, int parameters) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getParameterCount() == parameters)
        .filter(method -> isOfInstance(method) && method.getDeclaringClass() != Object.class)
        .toList();
  }

  private static boolean isOfInstance(Member member) {
    return !Modifier.isStatic(member.getModifiers());
  }

  /** Returns the value of a getter. */
  static @Nullable Object value(Method getter, Object of) {
    try {
      getter.setAccessible(true);
      return getter.invoke(of);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(getter + " cannot be called", hidden);
    }
  }

  /** Returns whether a class itself defines when two of its objects are equal. */
  static boolean hasEquals(Class<?> type) {
    return equalsOf(type) != Object.class;
  }

  private static Class<?> equalsOf(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass();
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
