package io.callbox.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality that looks into arrays wherever they are, and does not mind the kind of collection. */
final class Same {

  private Same() {}

  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Optional<?> a && right instanceof Optional<?> b) {
      return same(a.orElse(null), b.orElse(null));
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
    }
    if (left instanceof Object[] a && right instanceof Object[] b) {
      return sameElements(Arrays.asList(a), Arrays.asList(b));
    }
    if (left instanceof Collection<?> a
        && right instanceof Collection<?> b
        && !(a instanceof Set)) {
      return sameElements(a, b);
    }
    return Objects.deepEquals(left, right);
  }

  private static boolean sameElements(Collection<?> left, Collection<?> right) {
    Iterator<?> others = right.iterator();
    return left.size() == right.size()
        && left.stream().allMatch(element -> same(element, others.next()));
  }
}
