package io.callbox.testkit.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    } else if (sent instanceof List<?> some && arrived instanceof List<?> others) {
      elements(path, some, others, differences);
    } else if (sent instanceof Map<?, ?> some && arrived instanceof Map<?, ?> others) {
      entries(path, some, others, differences);
    } else if (sent instanceof Optional<?> one && arrived instanceof Optional<?> other) {
      between(path + ".get()", one.orElse(null), other.orElse(null), differences);
    } else if (sent instanceof Record one
        && arrived instanceof Record other
        && one.getClass() == other.getClass()) {
      components(path, one, other, differences);
    } else {
      compare(path, sent, arrived, differences);
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
