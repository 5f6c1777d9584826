package io.callbox.testkit.contract;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of type variables at one use of a type. */
final class Bindings {

  private final Map<TypeVariable<?>, Type> bound = new HashMap<>();

  /** Returns the bindings of a type's own variables, and of the types that it extends. */
  static Bindings of(Type type) {
    Bindings bindings = new Bindings();
    bindings.add(type);
    return bindings;
  }

  /**
   * Returns the type with which a generic type's subclass must be made: {@code Circle<String>} for
   * the shape {@code Shape<String>}.
   */
  static Type subtype(Class<?> subtype, Type type) {
    if (subtype.getTypeParameters().length == 0) {
      return subtype;
    }
    Bindings downwards = new Bindings();
    Type[] given = ((ParameterizedType) type).getActualTypeArguments();
    parents(subtype)
        .filter(parent -> raw(parent) == raw(type) && parent instanceof ParameterizedType)
        .map(parent -> ((ParameterizedType) parent).getActualTypeArguments())
        .forEach(variables -> downwards.solve(variables, given));
    return new Bound(subtype, Stream.of(subtype.getTypeParameters()).map(downwards::bind).toList());
  }

  static Class<?> raw(Type type) {
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** Returns the type with all its variables replaced. */
  Type bind(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      Type known = bound.get(variable);
      if (known == null) {
        throw new IllegalStateException("no contract has a " + type);
      }
      return known;
    } else if (type instanceof GenericArrayType array) {
      Type component = bind(array.getGenericComponentType());
      return component instanceof Class<?> plain ? plain.arrayType() : new BoundArray(component);
    } else if (type instanceof ParameterizedType generic) {
      return new Bound(
          raw(generic), Arrays.stream(generic.getActualTypeArguments()).map(this::bind).toList());
    }
    return type;
  }

  private void add(Type type) {
    if (type instanceof ParameterizedType generic) {
      TypeVariable<?>[] variables = raw(type).getTypeParameters();
      for (int index = 0; index < variables.length; index++) {
        bound.put(variables[index], generic.getActualTypeArguments()[index]);
      }
    }
    parents(raw(type)).forEach(parent -> add(bind(parent)));
  }

  private void solve(Type[] variables, Type[] given) {
    for (int index = 0; index < variables.length; index++) {
      if (variables[index] instanceof TypeVariable<?> variable) {
        bound.put(variable, given[index]);
      }
    }
  }

  private static Stream<Type> parents(Class<?> type) {
    Stream<Type> interfaces = Stream.of(type.getGenericInterfaces());
    return type.getGenericSuperclass() == null
        ? interfaces
        : Stream.concat(Stream.of(type.getGenericSuperclass()), interfaces);
  }

  private record Bound(Class<?> type, List<Type> arguments) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return type;
    }

    @Override
    public Type getOwnerType() {
      return type.getDeclaringClass();
    }
  }

  private record BoundArray(Type component) implements GenericArrayType {

    @Override
    public Type getGenericComponentType() {
      return component;
    }
  }
}
