package io.callbox.contract.compare;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Looks for elements that probably only have another name, among those that one version lacks and
 * those that the other does not know. It looks at no more than a hundred each, because documents of
 * other nodes may have many thousands.
 */
final class Renames {

  private static final int MOST = 100;

  private Renames() {}

  /** Returns the first of several that is similar. */
  static <T> Optional<T> first(Collection<T> candidates, Predicate<? super T> isLike) {
    return candidates.stream().limit(MOST).filter(isLike).findFirst();
  }

  /** Removes pairs that are similar from both lists. */
  static <T> void take(
      List<T> some, List<T> others, BiPredicate<T, T> areAlike, BiConsumer<T, T> pair) {
    for (T each : some.stream().limit(MOST).toList()) {
      first(others, other -> areAlike.test(each, other))
          .ifPresent(
              likely -> {
                some.remove(each);
                others.remove(likely);
                pair.accept(each, likely);
              });
    }
  }
}
