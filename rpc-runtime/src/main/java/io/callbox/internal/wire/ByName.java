package io.callbox.internal.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Makes an object once for each name, such as the name of a method, and keeps it. Safe for use by
 * many threads.
 *
 * @param <T> the objects
 */
public final class ByName<T> {

  /** The maximum number of kept names, because a program may call ever new ones. */
  private static final int MOST = 10_000;

  private final Function<String, T> maker;
  private final Map<String, T> known = new ConcurrentHashMap<>();

  /** Creates it without objects. */
  public ByName(Function<String, T> maker) {
    this.maker = maker;
  }

  /** Returns the object of a name. */
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
