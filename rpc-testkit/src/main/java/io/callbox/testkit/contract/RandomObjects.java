package io.callbox.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random records, subtypes of sealed types, and classes with setters or one constructor. */
final class RandomObjects {

  /** The maximum number of draws of arguments that a constructor refuses. */
  private static final int MOST_DRAWS = 1000;

  private final RandomValues values;
  private final SplittableRandom random;

  RandomObjects(RandomValues values, SplittableRandom random) {
    this.values = values;
    this.random = random;
  }

  /** Returns a value; null if the type is none of these. */
  @Nullable Object of(Type type, int depth) {
    Class<?> raw = Bindings.raw(type);
    if (raw.isSealed()) {
      Class<?>[] all = raw.getPermittedSubclasses();
      return values.of(Bindings.subtype(all[random.nextInt(all.length)], type), depth);
    } else if (Modifier.isAbstract(raw.getModifiers())
        || raw.getPackageName().startsWith("java.")
        || !Makers.reason(raw).isEmpty()) {
      return null;
    }
    try {
      Constructor<?> constructor = raw.isRecord() ? canonical(raw) : constructor(raw);
      constructor.setAccessible(true);
      Object made = make(constructor, type, depth);
      if (!raw.isRecord() && constructor.getParameterCount() == 0) {
        set(made, type, depth);
      }
      return made;
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(
          type + " cannot be made of random values; give it a contract test by hand", refused);
    }
  }

  /**
   * Returns an exception, made by its fullest constructor; without a cause, which does not travel.
   */
  Exception exception(Class<?> type) {
    Constructor<?> fullest =
        Stream.<Constructor<?>>of(type.getDeclaredConstructors())
            .filter(each -> !Modifier.isPrivate(each.getModifiers()))
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow(() -> new IllegalStateException("no constructor of " + type));
    try {
      fullest.setAccessible(true);
      return (Exception) make(fullest, type, 0);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalStateException(
          type + " cannot be made of random values; give it a contract test by hand", refused);
    }
  }

  private Object make(Constructor<?> constructor, Type type, int depth)
      throws ReflectiveOperationException {
    Bindings bindings = Bindings.of(type);
    Type[] types = constructor.getGenericParameterTypes();
    for (int draw = 1; ; draw++) {
      @Nullable Object[] arguments =
          Arrays.stream(types).map(each -> member(bindings.bind(each), depth)).toArray();
      try {
        return constructor.newInstance(arguments);
      } catch (InvocationTargetException refused) {
        if (draw == MOST_DRAWS) {
          throw refused;
        }
      }
    }
  }

  private void set(Object made, Type type, int depth) throws ReflectiveOperationException {
    Bindings bindings = Bindings.of(type);
    Method[] methods = made.getClass().getMethods();
    Arrays.sort(methods, (one, other) -> one.getName().compareTo(other.getName()));
    for (Method method : methods) {
      if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
        method.setAccessible(true);
        method.invoke(made, member(bindings.bind(method.getGenericParameterTypes()[0]), depth));
      }
    }
  }

  /**
   * Returns the value of a member; null for a cause, and for an object of the user's that would be
   * nested too deeply.
   */
  private @Nullable Object member(Type type, int depth) {
    return type == Throwable.class || values.mustEnd(type, depth + 1)
        ? null
        : values.of(type, depth + 1);
  }

  private static Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    return type.getDeclaredConstructor(
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  /** Returns the constructor without parameters, or else the only constructor. */
  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    Constructor<?>[] all =
        Stream.of(type.getDeclaredConstructors())
            .filter(each -> !Modifier.isPrivate(each.getModifiers()))
            .toArray(Constructor<?>[]::new);
    return all.length == 1 ? all[0] : type.getDeclaredConstructor();
  }
}
