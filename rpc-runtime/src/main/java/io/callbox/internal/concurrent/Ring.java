package io.callbox.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Elements by their numbers, which count up. Each element has its cell in a ring. If a much older
 * element still has this cell, the new one is kept in a map beside the ring. The elements are not
 * counted: threads that add and threads that remove would all write one number, for each element.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> the elements, whose numbers do not change
 */
public final class Ring<T> {

  private final int size;
  private final ToLongFunction<T> numberOf;
  private final AtomicReferenceArray<@Nullable T> ring;
  private final Map<Long, T> beside = new ConcurrentHashMap<>();

  /**
   * Creates an empty ring.
   *
   * @param size the number of cells, a power of two
   * @param numberOf returns the number of an element
   */
  public Ring(int size, ToLongFunction<T> numberOf) {
    this.size = size;
    this.numberOf = numberOf;
    this.ring = new AtomicReferenceArray<>(size);
  }

  /** Adds an element. No other element has its number. */
  public void add(T element) {
    long number = numberOf.applyAsLong(element);
    if (!ring.compareAndSet(cell(number), null, element)) {
      beside.put(number, element);
    }
  }

  /** Returns the element with a number; null if there is none. */
  public @Nullable T get(long number) {
    T there = ring.get(cell(number));
    return there != null && numberOf.applyAsLong(there) == number ? there : beside.get(number);
  }

  /** Removes the element with a number; null if another thread has already removed it. */
  public @Nullable T remove(long number) {
    int cell = cell(number);
    T there = ring.get(cell);
    if (there != null && numberOf.applyAsLong(there) == number) {
      return ring.compareAndSet(cell, there, null) ? there : null;
    }
    return beside.isEmpty() ? null : beside.remove(number);
  }

  /** Removes an element. Returns false if another thread has already removed it. */
  public boolean remove(T element) {
    long number = numberOf.applyAsLong(element);
    return ring.compareAndSet(cell(number), element, null) || beside.remove(number, element);
  }

  /** Returns the current elements, with or without those that are added or removed meanwhile. */
  public List<T> all() {
    List<T> all = new ArrayList<>(beside.values());
    for (int cell = 0; cell < size; cell++) {
      T element = ring.get(cell);
      if (element != null) {
        all.add(element);
      }
    }
    return all;
  }

  /** Returns whether there is no element. Returns false if there has been one all the time. */
  public boolean isEmpty() {
    for (int cell = 0; cell < size; cell++) {
      if (ring.get(cell) != null) {
        return false;
      }
    }
    return beside.isEmpty();
  }

  private int cell(long number) {
    return (int) number & (size - 1);
  }
}
