package io.callbox.internal.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is made once for each name, such as that of a method, and then remembered. Safe for use by
 * many threads.
 *
 * @param <T> what there is for each name
 */
public final class ByName<T> {

  /** The maximum number of remembered names, because a program may call ever new ones. */
  private static final int MOST = 10_000;

  private final Function<String, T> maker;
  private final Map<String, T> known = new ConcurrentHashMap<>();

  /** Remembers nothing yet. */
  public ByName(Function<String, T> maker) {
    this.maker = maker;
  }

  /** Returns what there is for a name. */
  public T of(String name) {
    T there = known.get(name);
    return there != null ? there : made(name);
  }

  private T made(String name) {
    T made = maker.apply(name);
    if (known.size() < MOST) {
      known.put(name, made);
    }
    return made;
  }
}
