package io.callbox.testkit.junit;

import io.callbox.rpc.ServiceSkeleton;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Reads what fields with {@link Serve} hold. */
final class ServedFields {

  private ServedFields() {}

  static List<ServiceSkeleton> of(Object test) {
    List<ServiceSkeleton> skeletons = new ArrayList<>();
    for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Serve.class)) {
          skeletons.add(skeleton(field, test));
        }
      }
    }
    return skeletons;
  }

  private static ServiceSkeleton skeleton(Field field, Object test) {
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
