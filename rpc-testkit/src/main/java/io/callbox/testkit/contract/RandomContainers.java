package io.callbox.testkit.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Random optionals, collections and maps, in the class that a reader would choose. */
final class RandomContainers {

  private final RandomValues values;

  RandomContainers(RandomValues values) {
    this.values = values;
  }

  /** Returns a value; null if the type is none of these. */
  @Nullable Object of(ParameterizedType type, int depth) {
    Class<?> raw = Bindings.raw(type);
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return values.perhaps(depth)
          ? Optional.of(values.of(arguments[0], depth + 1))
          : Optional.empty();
    } else if (Map.class.isAssignableFrom(raw)) {
      return map(raw, arguments, depth);
    } else if (Collection.class.isAssignableFrom(raw)) {
      Collection<Object> collection = empty(raw);
      collection.addAll(values.elements(arguments[0], depth));
      return collection;
    }
    return null;
  }

  private static Collection<Object> empty(Class<?> raw) {
    if (SortedSet.class.isAssignableFrom(raw)) {
      return new TreeSet<>();
    } else if (raw == Set.class) {
      return new LinkedHashSet<>();
    }
    return raw == Queue.class || raw == Deque.class ? new ArrayDeque<>() : new ArrayList<>();
  }

  private Map<Object, Object> map(Class<?> raw, Type[] arguments, int depth) {
    Map<Object, Object> map =
        SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
    for (Object key : values.elements(arguments[0], depth)) {
      map.put(key, values.of(arguments[1], depth + 1));
    }
    return map;
  }
}
