package io.callbox.processor.parity;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Equality that looks into arrays and objects, and does not mind the kind of collection. */
final class Same {

  private Same() {}

  static boolean same(Object left, Object right) {
    if (left instanceof Optional<?> a && right instanceof Optional<?> b) {
      return same(a.orElse(null), b.orElse(null));
    } else if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
    } else if (left instanceof Set<?> a && right instanceof Set<?> b) {
      return a.size() == b.size()
          && a.stream().allMatch(one -> b.stream().anyMatch(other -> same(one, other)));
    } else if (left instanceof Iterable<?> a
        && left instanceof Collection<?>
        && right instanceof Collection<?> b) {
      return sameElements(a.iterator(), b.iterator());
    } else if (left instanceof Object[] a && right instanceof Object[] b) {
      return sameElements(Arrays.asList(a).iterator(), Arrays.asList(b).iterator());
    } else if (left != null && right != null && isOfContract(left.getClass())) {
      return left.getClass() == right.getClass() && sameFields(left, right, left.getClass());
    }
    return Objects.deepEquals(left, right);
  }

  private static boolean isOfContract(Class<?> type) {
    boolean enumerated = Enum.class.isAssignableFrom(type);
    return !enumerated && type.getName().matches("(good|parity)\\..*");
  }

  private static boolean sameElements(Iterator<?> left, Iterator<?> right) {
    while (left.hasNext() && right.hasNext()) {
      if (!same(left.next(), right.next())) {
        return false;
      }
    }
    return left.hasNext() == right.hasNext();
  }

  private static boolean sameFields(Object left, Object right, Class<?> type) {
    Field[] fields = type.getDeclaredFields();
    return (type.getSuperclass() == Object.class
            || type.getSuperclass() == Record.class
            || sameFields(left, right, type.getSuperclass()))
        && IntStream.range(0, fields.length)
            .mapToObj(index -> fields[index])
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .allMatch(field -> sameField(field, left, right));
  }

  private static boolean sameField(Field field, Object left, Object right) {
    try {
      field.setAccessible(true);
      return same(field.get(left), field.get(right));
    } catch (IllegalAccessException impossible) {
      throw new LinkageError(field.toString(), impossible);
    }
  }
}
