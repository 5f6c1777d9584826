package io.callbox.testkit.junit;

import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the skeletons in fields with {@link Serve}. */
final class ServedFields {

  private ServedFields() {}

  /** Returns the skeletons in static fields. */
  static List<ServiceSkeleton> ofAll(Class<?> tests) {
    return read(tests, null);
  }

  /** Returns the skeletons in the fields of one test. */
  static List<ServiceSkeleton> ofOne(Object test) {
    return read(test.getClass(), test);
  }

  private static List<ServiceSkeleton> read(Class<?> tests, @Nullable Object test) {
    List<ServiceSkeleton> skeletons = new ArrayList<>();
    for (Class<?> type = tests; type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(Serve.class))
          .filter(field -> Modifier.isStatic(field.getModifiers()) == (test == null))
          .forEach(field -> skeletons.add(skeleton(field, test)));
    }
    return skeletons;
  }

  private static ServiceSkeleton skeleton(Field field, @Nullable Object test) {
    try {
      field.setAccessible(true);
      if (field.get(test) instanceof ServiceSkeleton skeleton) {
        return skeleton;
      }
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(field + " cannot be read; open its package", hidden);
    }
    throw new IllegalStateException("@Serve is for skeletons, but " + field + " holds none");
  }
}
