package io.callbox.testkit.contract;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random values of all types that contracts allow, small enough to be read. */
final class RandomValues {

  private static final int MOST_ELEMENTS = 4;
  private static final int DEEPEST = 6;

  private final SplittableRandom random;
  private final Bindings service;
  private final RandomScalars scalars;
  private final RandomContainers containers = new RandomContainers(this);
  private final RandomObjects objects;

  /**
   * Creates values for the methods of a service.
   *
   * @param service the types of the type variables of its parents
   */
  RandomValues(SplittableRandom random, Bindings service) {
    this.random = random;
    this.service = service;
    this.scalars = new RandomScalars(random);
    this.objects = new RandomObjects(this, random);
  }

  /** Returns one value of each type. */
  @Nullable Object[] of(Type[] types) {
    @Nullable Object[] values = new Object[types.length];
    for (int index = 0; index < types.length; index++) {
      values[index] = of(service.bind(types[index]), 0);
    }
    return values;
  }

  /** Returns a result for a method; null for {@code void}. */
  @Nullable Object resultOf(Method method) {
    Type type = service.bind(method.getGenericReturnType());
    if (type instanceof ParameterizedType items && ItemLists.isStream(method.getReturnType())) {
      Type item = items.getActualTypeArguments()[0];
      return Stream.generate(() -> of(item, 0)).limit(ItemLists.ITEMS).toList();
    }
    if (type instanceof ParameterizedType generic
        && generic.getRawType() == CompletableFuture.class) {
      type = generic.getActualTypeArguments()[0];
    }
    return type == void.class || type == Void.class ? null : of(type, 0);
  }

  /** Returns an exception of this type, which is not generic. */
  Exception exceptionOf(Class<?> type) {
    return objects.exception(type);
  }

  /** Returns a value of a type without variables, at this depth of nesting. */
  Object of(Type type, int depth) {
    if (type instanceof GenericArrayType array) {
      return array(array.getGenericComponentType(), depth);
    } else if (type instanceof Class<?> plain && plain.isArray()) {
      return array(plain.getComponentType(), depth);
    }
    Object value =
        type instanceof ParameterizedType generic
            ? containers.of(generic, depth)
            : scalars.of((Class<?>) type);
    if (value == null) {
      value = objects.of(type, depth);
    }
    if (value == null) {
      throw new IllegalStateException(
          "no random "
              + type.getTypeName()
              + " can be made"
              + Makers.reason(Bindings.raw(type))
              + "; give its methods a test by hand");
    }
    return value;
  }

  /** Returns whether an optional value is present. */
  boolean perhaps(int depth) {
    return depth < DEEPEST && random.nextBoolean();
  }

  /**
   * Returns whether the nesting must end: a value of this type would lead deeper, and may be null
   * instead.
   */
  boolean mustEnd(Type type, int depth) {
    Class<?> raw = Bindings.raw(type);
    return depth > DEEPEST
        && (raw.isRecord()
            || raw.isSealed()
            || !(raw.isPrimitive() || raw.isEnum() || raw.getPackageName().startsWith("java.")));
  }

  /** Returns some elements, fewer if they are nested. */
  List<Object> elements(Type type, int depth) {
    int count = depth < DEEPEST ? random.nextInt(MOST_ELEMENTS + 1) : 0;
    List<Object> elements = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      elements.add(of(type, depth + 1));
    }
    return elements;
  }

  private Object array(Type component, int depth) {
    List<Object> elements = elements(component, depth);
    Object array = Array.newInstance(Bindings.raw(component), elements.size());
    for (int index = 0; index < elements.size(); index++) {
      Array.set(array, index, elements.get(index));
    }
    return array;
  }
}
