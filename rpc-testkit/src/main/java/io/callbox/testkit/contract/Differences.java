package io.callbox.testkit.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two values differ, and says so by path: {@code order(lines)[2].price}. */
final class Differences {

  private Differences() {}

  static void between(
      String path, @Nullable Object sent, @Nullable Object arrived, List<String> differences) {
    if (sent == null || arrived == null) {
      compare(path, sent, arrived, differences);
    } else if (sent.getClass().isArray() && arrived.getClass().isArray()) {
      elements(path, elementsOf(sent), elementsOf(arrived), differences);
    } else if (areInOrder(sent, arrived)) {
      elements(path, copy(sent), copy(arrived), differences);
    } else if (sent instanceof Map<?, ?> some && arrived instanceof Map<?, ?> others) {
      entries(path, some, others, differences);
    } else if (sent instanceof Optional<?> one && arrived instanceof Optional<?> other) {
      between(path + ".get()", one.orElse(null), other.orElse(null), differences);
    } else if (sent instanceof Record one
        && arrived instanceof Record other
        && one.getClass() == other.getClass()) {
      components(path, one, other, differences);
    } else if (sent.getClass() == arrived.getClass() && hasNoEquality(sent.getClass())) {
      fields(path, sent, arrived, differences);
    } else {
      compare(path, sent, arrived, differences);
    }
  }

  /** Queues have no equality of their own, and a list may be another list. */
  private static boolean areInOrder(Object sent, Object arrived) {
    return sent instanceof Collection<?>
        && arrived instanceof Collection<?>
        && !(sent instanceof Set<?>)
        && !(arrived instanceof Set<?>);
  }

  private static List<@Nullable Object> copy(Object collection) {
    return new ArrayList<>((Collection<?>) collection);
  }

  /** Of the platform's own, those without {@code equals} are the same or differ. */
  private static boolean hasNoEquality(Class<?> type) {
    try {
      return !type.getPackageName().startsWith("java.")
          && type.getMethod("equals", Object.class).getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void compare(
      String path, @Nullable Object sent, @Nullable Object arrived, List<String> differences) {
    if (!Objects.equals(sent, arrived)) {
      differences.add(path + ": sent " + shown(sent) + ", arrived " + shown(arrived));
    }
  }

  private static void elements(
      String path, List<?> sent, List<?> arrived, List<String> differences) {
    compare(path + ".size()", sent.size(), arrived.size(), differences);
    for (int index = 0; index < Math.min(sent.size(), arrived.size()); index++) {
      between(path + '[' + index + ']', sent.get(index), arrived.get(index), differences);
    }
  }

  private static void entries(
      String path, Map<?, ?> sent, Map<?, ?> arrived, List<String> differences) {
    compare(path + ".keySet()", sent.keySet(), arrived.keySet(), differences);
    sent.forEach(
        (key, value) -> {
          if (arrived.containsKey(key)) {
            between(path + '[' + shown(key) + ']', value, arrived.get(key), differences);
          }
        });
  }

  private static void components(
      String path, Record sent, Record arrived, List<String> differences) {
    for (RecordComponent component : sent.getClass().getRecordComponents()) {
      String inner = path + '.' + component.getName();
      between(inner, value(component, sent), value(component, arrived), differences);
    }
  }

  private static void fields(String path, Object sent, Object arrived, List<String> differences) {
    for (Class<?> type = sent.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          String inner = path + '.' + field.getName();
          between(inner, value(field, sent), value(field, arrived), differences);
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(field + " cannot be read", hidden);
    }
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException(component + " cannot be read", hidden);
    }
  }

  private static List<@Nullable Object> elementsOf(Object array) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int index = 0; index < Array.getLength(array); index++) {
      elements.add(Array.get(array, index));
    }
    return elements;
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }
}
