package io.callbox.transport.redisson;

import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a script reads of each of many calls. It is mostly the same for all of them, and is then
 * written once. For one command; not safe for use by many threads.
 *
 * @param <T> what has facts
 */
final class Facts<T> {

  private final BiPredicate<T, T> alike;
  private final Function<T, String> text;
  private @Nullable T before;
  private byte[] written = RedissonCalls.NOTHING;

  /**
   * None yet.
   *
   * @param alike whether two have the same facts
   * @param text the facts of one
   */
  Facts(BiPredicate<T, T> alike, Function<T, String> text) {
    this.alike = alike;
    this.text = text;
  }

  /** Returns the facts of the next one. */
  byte[] of(T next) {
    T last = before;
    if (last == null || !alike.test(last, next)) {
      written = Scripts.text(text.apply(next));
    }
    before = next;
    return written;
  }
}
