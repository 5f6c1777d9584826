package io.callbox.internal.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps expensive objects in a few places, by thread. The memory is bounded, for any number of
 * threads. Safe for use by many threads.
 */
final class ObjectPool<T> {

  private final AtomicReferenceArray<@Nullable T> places;

  /**
   * Creates an empty pool.
   *
   * @param size the number of places, a power of two
   */
  ObjectPool(int size) {
    this.places = new AtomicReferenceArray<>(size);
  }

  /** Takes the object in the calling thread's place; null if there is none. */
  @Nullable T take() {
    return places.getAndSet(place(), null);
  }

  /** Puts an object there, and replaces an earlier one. */
  void put(T thing) {
    places.set(place(), thing);
  }

  private int place() {
    return (int) Thread.currentThread().getId() & (places.length() - 1);
  }
}
