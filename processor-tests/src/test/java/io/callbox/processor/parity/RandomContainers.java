package io.callbox.processor.parity;

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
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random optionals, collections and maps. */
final class RandomContainers {

  private final RandomValues values;
  private final Random random;

  RandomContainers(RandomValues values, Random random) {
    this.values = values;
    this.random = random;
  }

  static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  /** A value; null if the type is none of these. */
  Object of(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(values.notNull(arguments[0]));
    } else if (Map.class.isAssignableFrom(raw)) {
      return map(raw, arguments);
    }
    return Collection.class.isAssignableFrom(raw) ? collection(raw, arguments[0]) : null;
  }

  private Object collection(Class<?> raw, Type element) {
    boolean nulls =
        raw == Collection.class || raw.getSimpleName().equals("List") || raw == Set.class;
    Collection<Object> collection =
        SortedSet.class.isAssignableFrom(raw)
            ? new TreeSet<>()
            : Set.class.isAssignableFrom(raw)
                ? new LinkedHashSet<>()
                : raw == Queue.class || raw == Deque.class ? new ArrayDeque<>() : new ArrayList<>();
    for (int count = values.size(); count > 0; count--) {
      collection.add(nulls ? values.of(element) : values.notNull(element));
    }
    return collection;
  }

  private Object map(Class<?> raw, Type[] arguments) {
    Map<Object, Object> map =
        SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
    for (int count = values.size(); count > 0; count--) {
      map.put(values.notNull(arguments[0]), values.of(arguments[1]));
    }
    return map;
  }
}
