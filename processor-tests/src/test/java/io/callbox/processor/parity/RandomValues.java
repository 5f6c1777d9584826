package io.callbox.processor.parity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Random values of any type of a contract, made by reflection as only a test may. */
final class RandomValues {

  private static final int DEEPEST = 4;

  private final Random random;
  private final RandomScalars scalars;
  private int depth;

  RandomValues(Random random) {
    this.random = random;
    this.scalars = new RandomScalars(random);
  }

  /** A value, or now and then null if the type allows. */
  Object of(Type type) {
    boolean never =
        type instanceof Class<?> raw && (raw.isPrimitive() || RandomScalars.isOptional(raw));
    return !never && !RandomContainers.isOptional(type) && random.nextInt(8) == 0
        ? null
        : notNull(type);
  }

  Object notNull(Type type) {
    depth++;
    try {
      if (type instanceof GenericArrayType array) {
        return array(array.getGenericComponentType(), raw(array.getGenericComponentType()));
      } else if (type instanceof ParameterizedType generic) {
        Object container = new RandomContainers(this, random).of(generic);
        return container == null
            ? object((Class<?>) generic.getRawType(), bindings(generic))
            : container;
      }
      Class<?> raw = (Class<?>) type;
      if (raw.isArray()) {
        return array(raw.getComponentType(), raw.getComponentType());
      }
      Object scalar = scalars.of(raw);
      return scalar == null ? object(raw, Map.of()) : scalar;
    } finally {
      depth--;
    }
  }

  /** Few, and none where it is deep already. */
  int size() {
    return depth > DEEPEST ? 0 : random.nextInt(depth > 2 ? 3 : 4);
  }

  private Object array(Type component, Class<?> raw) {
    Object array = Array.newInstance(raw, size());
    for (int index = 0; index < Array.getLength(array); index++) {
      Array.set(array, index, of(component));
    }
    return array;
  }

  private Object object(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
    try {
      if (type.isEnum()) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
      } else if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
        return subtype(type, bindings);
      } else if (type.isRecord()) {
        return make(canonical(type), bindings);
      }
      Executable creator = creator(type);
      creator.setAccessible(true);
      Object made = make(creator, bindings);
      if (creator.getParameterCount() == 0) {
        set(made, type, bindings);
      }
      return made;
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(type.toString(), impossible);
    }
  }

  private Object subtype(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
    JsonDeserialize as = type.getAnnotation(JsonDeserialize.class);
    if (as != null) {
      return object(as.as(), bindings);
    }
    JsonSubTypes named = type.getAnnotation(JsonSubTypes.class);
    Class<?>[] all =
        named == null
            ? type.getPermittedSubclasses()
            : Stream.of(named.value()).map(JsonSubTypes.Type::value).toArray(Class<?>[]::new);
    Class<?> chosen = all[random.nextInt(depth > DEEPEST ? 1 : all.length)];
    Map<TypeVariable<?>, Type> own = new HashMap<>();
    for (int place = 0; place < chosen.getTypeParameters().length; place++) {
      own.put(chosen.getTypeParameters()[place], bindings.get(type.getTypeParameters()[place]));
    }
    return object(chosen, own);
  }

  private Object make(Executable creator, Map<TypeVariable<?>, Type> bindings)
      throws ReflectiveOperationException {
    while (true) {
      Object[] arguments =
          Arrays.stream(creator.getGenericParameterTypes())
              .map(type -> of(bound(type, bindings)))
              .toArray();
      try {
        return creator instanceof Constructor<?> constructor
            ? constructor.newInstance(arguments)
            : ((Method) creator).invoke(null, arguments);
      } catch (InvocationTargetException expected) {
        // it refuses these: others are drawn
      }
    }
  }

  private void set(Object made, Class<?> type, Map<TypeVariable<?>, Type> bindings)
      throws ReflectiveOperationException {
    Map<TypeVariable<?>, Type> all = new HashMap<>(bindings);
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      if (each.getGenericSuperclass() instanceof ParameterizedType generic) {
        bindings(generic).forEach((variable, argument) -> all.put(variable, bound(argument, all)));
      }
    }
    for (Method method : type.getMethods()) {
      if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
        method.setAccessible(true);
        method.invoke(made, of(bound(method.getGenericParameterTypes()[0], all)));
      }
    }
    for (Field field : type.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      field.setAccessible(true);
      field.set(made, of(field.getGenericType()));
    }
  }

  private static Executable creator(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getMethods())
                .filter(each -> each.isAnnotationPresent(JsonCreator.class)),
            Arrays.stream(type.getConstructors()))
        .findFirst()
        .orElseThrow();
  }

  private static Constructor<?> canonical(Class<?> type) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> canonical = type.getDeclaredConstructor(types);
    canonical.setAccessible(true);
    return canonical;
  }

  private static Map<TypeVariable<?>, Type> bindings(ParameterizedType generic) {
    TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    for (int place = 0; place < variables.length; place++) {
      bindings.put(variables[place], generic.getActualTypeArguments()[place]);
    }
    return bindings;
  }

  private static Type bound(Type type, Map<TypeVariable<?>, Type> bindings) {
    if (type instanceof TypeVariable<?> variable) {
      return bindings.get(variable);
    } else if (type instanceof ParameterizedType generic) {
      Type[] arguments =
          Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> bound(argument, bindings))
              .toArray(Type[]::new);
      return new Bound((Class<?>) generic.getRawType(), List.of(arguments));
    }
    return type;
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : type instanceof GenericArrayType array
            ? raw(array.getGenericComponentType()).arrayType()
            : (Class<?>) type;
  }

  /** A generic type with its variables filled in. */
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
}
