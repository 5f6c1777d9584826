package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Random values of all types that contracts allow, small enough to be read. */
final class RandomValues {

  private static final int MOST_ELEMENTS = 4;
  private static final int DEEPEST = 6;

  private final SplittableRandom random;
  private final RandomScalars scalars;
  private final RandomTrees trees;
  private final RandomObjects objects;

  RandomValues(SplittableRandom random) {
    this.random = random;
    this.scalars = new RandomScalars(random);
    this.trees = new RandomTrees(random, scalars);
    this.objects = new RandomObjects(random);
  }

  /** One value of each type. */
  @Nullable Object[] of(Type[] types) {
    @Nullable Object[] values = new Object[types.length];
    for (int index = 0; index < types.length; index++) {
      values[index] = of(types[index], Map.of(), 0);
    }
    return values;
  }

  /** What a method may return; null for {@code void}. */
  @Nullable Object resultOf(Method method) {
    Type type = method.getGenericReturnType();
    if (type instanceof ParameterizedType generic
        && generic.getRawType() == CompletableFuture.class) {
      type = generic.getActualTypeArguments()[0];
    }
    return type == void.class || type == Void.class ? null : of(type, Map.of(), 0);
  }

  /** What a method may throw. */
  Exception exceptionOf(Class<?> type) {
    return objects.exception(type, field -> of(field, Map.of(), 1));
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> known, int depth) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain, Map.of(), depth);
    } else if (type instanceof TypeVariable<?> variable && known.get(variable) != null) {
      return of(known.get(variable), Map.of(), depth);
    } else if (type instanceof GenericArrayType array) {
      return array(resolved(array.getGenericComponentType(), known), known, depth);
    } else if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, known, depth);
    }
    throw new IllegalStateException("no contract has a " + type);
  }

  private Type resolved(Type type, Map<TypeVariable<?>, Type> known) {
    return type instanceof TypeVariable<?> variable ? known.getOrDefault(variable, type) : type;
  }

  private Object ofClass(Class<?> type, Map<TypeVariable<?>, Type> known, int depth) {
    if (type.isArray()) {
      return array(type.getComponentType(), known, depth);
    } else if (scalars.knows(type)) {
      return scalars.of(type);
    } else if (JsonNode.class.isAssignableFrom(type)) {
      return trees.of(type);
    }
    return ofOwnClass(type, known, depth);
  }

  /** A class of the user's, whose parts are of types that may have variables. */
  private Object ofOwnClass(Class<?> type, Map<TypeVariable<?>, Type> known, int depth) {
    if (type.isSealed()) {
      Class<?> subtype = objects.subtype(type);
      Type[] arguments =
          List.of(type.getTypeParameters()).stream().map(known::get).toArray(Type[]::new);
      return ofOwnClass(subtype, bound(subtype, arguments), depth);
    }
    RandomObjects.Filling filling = part -> of(part, known, depth + 1);
    return type.isRecord() ? objects.record(type, filling) : objects.plain(type, filling);
  }

  private Object ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> known, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    for (int index = 0; index < arguments.length; index++) {
      arguments[index] = resolved(arguments[index], known);
    }
    if (raw == Optional.class) {
      return depth < DEEPEST && random.nextBoolean()
          ? Optional.of(of(arguments[0], known, depth + 1))
          : Optional.empty();
    } else if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = map(arguments, known, depth);
      return SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>(map) : map;
    } else if (Iterable.class.isAssignableFrom(raw)) {
      return collection(raw, elements(arguments[0], known, depth));
    }
    return ofOwnClass(raw, bound(raw, arguments), depth);
  }

  private static Object collection(Class<?> type, List<Object> elements) {
    if (SortedSet.class.isAssignableFrom(type)) {
      return new TreeSet<>(elements);
    } else if (Set.class.isAssignableFrom(type)) {
      return new LinkedHashSet<>(elements);
    }
    return Queue.class.isAssignableFrom(type) ? new ArrayDeque<>(elements) : elements;
  }

  private static Map<TypeVariable<?>, Type> bound(Class<?> type, Type[] arguments) {
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    for (int index = 0; index < type.getTypeParameters().length; index++) {
      bound.put(type.getTypeParameters()[index], arguments[index]);
    }
    return bound;
  }

  private Map<Object, Object> map(Type[] arguments, Map<TypeVariable<?>, Type> known, int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object key : elements(arguments[0], known, depth)) {
      map.put(key, of(arguments[1], known, depth + 1));
    }
    return map;
  }

  private List<Object> elements(Type type, Map<TypeVariable<?>, Type> known, int depth) {
    int count = depth < DEEPEST ? random.nextInt(MOST_ELEMENTS + 1) : 0;
    List<Object> elements = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      elements.add(of(type, known, depth + 1));
    }
    return elements;
  }

  private Object array(Type component, Map<TypeVariable<?>, Type> known, int depth) {
    List<Object> elements = elements(component, known, depth);
    Object array = Array.newInstance(rawClass(component), elements.size());
    for (int index = 0; index < elements.size(); index++) {
      Array.set(array, index, elements.get(index));
    }
    return array;
  }

  private static Class<?> rawClass(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
