package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds differences between two values, and reports the path: {@code order(lines)[2].price}. */
final class Differences {

  private Differences() {}

  static void between(
      String path, @Nullable Object sent, @Nullable Object arrived, List<String> differences) {
    if (sent == null || arrived == null) {
      compare(path, sent, arrived, differences);
    } else if (sent.getClass().isArray() && arrived.getClass().isArray()) {
      elements(path, elementsOf(sent), elementsOf(arrived), differences);
    } else if (sent instanceof Map<?, ?> some && arrived instanceof Map<?, ?> others) {
      entries(path, some, others, differences);
    } else if (sent instanceof Optional<?> one && arrived instanceof Optional<?> other) {
      between(path + ".get()", one.orElse(null), other.orElse(null), differences);
    } else if (sent instanceof JsonNode one && arrived instanceof JsonNode other) {
      nodes(path, one, other, differences);
    } else if (sent instanceof Collection<?> some && arrived instanceof Collection<?> others) {
      collections(path, some, others, differences);
    } else if (sent.getClass() == arrived.getClass()) {
      objects(path, sent, arrived, differences);
    } else {
      compare(path, sent, arrived, differences);
    }
  }

  /**
   * Compares the expected and the actual exception. Causes and traces do not travel; on the wire,
   * an empty message looks like no message.
   */
  static void betweenExceptions(
      String path, Throwable sent, @Nullable Throwable arrived, List<String> differences) {
    if (arrived == null || sent.getClass() != arrived.getClass()) {
      differences.add(path + ": thrown " + sent + ", arrived " + arrived);
      return;
    }
    compare(path + ".getMessage()", messageOf(sent), messageOf(arrived), differences);
    members(path, Properties.accessorsOf(sent.getClass()), "()", sent, arrived, differences);
  }

  private static void compare(
      String path, @Nullable Object sent, @Nullable Object arrived, List<String> differences) {
    if (!Objects.equals(sent, arrived)) {
      differences.add(path + ": sent " + shown(sent) + ", arrived " + shown(arrived));
    }
  }

  private static String messageOf(Throwable failure) {
    return Objects.requireNonNullElse(failure.getMessage(), "");
  }

  /**
   * Compares collections. Sets of elements without a natural order have the order in which they
   * were read.
   */
  private static void collections(
      String path, Collection<?> sent, Collection<?> arrived, List<String> differences) {
    boolean sameSets =
        sent instanceof Set<?> some && arrived instanceof Set<?> others && some.equals(others);
    if (!sameSets) {
      elements(path, List.copyOf(sent), List.copyOf(arrived), differences);
    }
  }

  private static void nodes(
      String path, JsonNode sent, JsonNode arrived, List<String> differences) {
    if (sent.isArray() && arrived.isArray()) {
      elements(path, elementsOf(sent), elementsOf(arrived), differences);
    } else if (sent.isObject() && arrived.isObject()) {
      entries(path, membersOf(sent), membersOf(arrived), differences);
    } else {
      compare(path, sent, arrived, differences);
    }
  }

  private static void objects(String path, Object sent, Object arrived, List<String> differences) {
    Class<?> type = sent.getClass();
    if (sent instanceof Record) {
      Map<String, Method> accessors = new LinkedHashMap<>();
      for (RecordComponent component : type.getRecordComponents()) {
        accessors.put(component.getName(), component.getAccessor());
      }
      members(path, accessors, "", sent, arrived, differences);
    } else if (Properties.hasEquals(type)) {
      compare(path, sent, arrived, differences);
    } else {
      members(path, Properties.gettersOf(type), "", sent, arrived, differences);
    }
  }

  private static void members(
      String path,
      Map<String, Method> getters,
      String call,
      Object sent,
      Object arrived,
      List<String> differences) {
    getters.forEach(
        (name, getter) ->
            between(
                path + '.' + decapitalised(name) + call,
                Properties.value(getter, sent),
                Properties.value(getter, arrived),
                differences));
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
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

  private static List<@Nullable Object> elementsOf(Object array) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int index = 0; index < Array.getLength(array); index++) {
      elements.add(Array.get(array, index));
    }
    return elements;
  }

  private static List<JsonNode> elementsOf(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  private static Map<String, JsonNode> membersOf(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
  }
}
