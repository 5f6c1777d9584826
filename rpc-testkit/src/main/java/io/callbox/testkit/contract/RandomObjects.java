package io.callbox.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random objects of users' own classes, made as their own constructors and setters make them. */
final class RandomObjects {

  private final SplittableRandom random;

  RandomObjects(SplittableRandom random) {
    this.random = random;
  }

  /** What to fill an object with: a value of each type. */
  @FunctionalInterface
  interface Filling extends Function<Type, Object> {}

  /** A record, by its canonical constructor. */
  Object record(Class<?> type, Filling filling) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int index = 0; index < components.length; index++) {
      types[index] = components[index].getType();
      values[index] = filling.apply(components[index].getGenericType());
    }
    try {
      return made(type.getDeclaredConstructor(types), values);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** One of those that a sealed type permits, and that can be made. */
  Class<?> subtype(Class<?> sealed) {
    Class<?>[] permitted = sealed.getPermittedSubclasses();
    return permitted[random.nextInt(permitted.length)];
  }

  /** An object with getters, filled through its setters or its only constructor. */
  Object plain(Class<?> type, Filling filling) {
    List<Constructor<?>> visible =
        Stream.<Constructor<?>>of(type.getDeclaredConstructors())
            .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
            .sorted(Comparator.comparingInt(Constructor::getParameterCount))
            .toList();
    if (Modifier.isAbstract(type.getModifiers()) || visible.isEmpty()) {
      throw new IllegalStateException(
          "no random " + type.getName() + " can be made; give its methods a test by hand");
    }
    Constructor<?> constructor = visible.get(0);
    Object made = made(constructor, filled(constructor, filling));
    if (constructor.getParameterCount() == 0) {
      Properties.settersOf(type)
          .forEach(
              setter -> set(setter, made, filling.apply(setter.getGenericParameterTypes()[0])));
    }
    return made;
  }

  /** An exception, by its fullest constructor; without a cause, which does not travel. */
  Exception exception(Class<?> type, Filling filling) {
    Constructor<?> fullest =
        Stream.<Constructor<?>>of(type.getDeclaredConstructors())
            .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow(() -> new IllegalStateException("no constructor of " + type));
    return (Exception) made(fullest, filled(fullest, filling));
  }

  private static @Nullable Object[] filled(Constructor<?> constructor, Filling filling) {
    Parameter[] parameters = constructor.getParameters();
    @Nullable Object[] values = new Object[parameters.length];
    for (int index = 0; index < parameters.length; index++) {
      boolean cause = parameters[index].getType() == Throwable.class;
      values[index] = cause ? null : filling.apply(parameters[index].getParameterizedType());
    }
    return values;
  }

  private static Object made(Constructor<?> constructor, @Nullable Object... values) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(
          constructor.getDeclaringClass()
              + " cannot be made of random values; give it a contract test by hand",
          refused);
    }
  }

  private static void set(Method setter, Object of, Object value) {
    try {
      setter.setAccessible(true);
      setter.invoke(of, value);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(setter + " refuses " + value, refused);
    }
  }
}
