package io.callbox.internal.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps things that are costly to make in few places, by thread: as much memory as that, however
 * many threads there are. Safe for use by many threads.
 */
final class ObjectPool<T> {

  private final AtomicReferenceArray<@Nullable T> places;

  /**
   * An empty one.
   *
   * @param size how many places it has, a power of two
   */
  ObjectPool(int size) {
    this.places = new AtomicReferenceArray<>(size);
  }

  /** Takes what is in the calling thread's place; null if nothing is. */
  @Nullable T take() {
    return places.getAndSet(place(), null);
  }

  /** Puts something there, in place of what may be. */
  void put(T thing) {
    places.set(place(), thing);
  }

  private int place() {
    return (int) Thread.currentThread().getId() & (places.length() - 1);
  }
}
