package io.callbox.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is under way, by numbers that count up. Each element has its place in a ring; if a much
 * older one still has this place, the new one is kept in a map beside the ring. Nobody keeps count
 * of the elements: the threads that add and those that remove would write one number for each.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> an element; its number does not change
 */
public final class Ring<T> {

  private final int size;
  private final ToLongFunction<T> numberOf;
  private final AtomicReferenceArray<@Nullable T> ring;
  private final Map<Long, T> beside = new ConcurrentHashMap<>();

  /**
   * Creates an empty ring.
   *
   * @param size how many places it has: a power of two
   * @param numberOf returns the number of an element
   */
  public Ring(int size, ToLongFunction<T> numberOf) {
    this.size = size;
    this.numberOf = numberOf;
    this.ring = new AtomicReferenceArray<>(size);
  }

  /** Adds an element. No other has its number. */
  public void add(T element) {
    long number = numberOf.applyAsLong(element);
    if (!ring.compareAndSet(place(number), null, element)) {
      beside.put(number, element);
    }
  }

  /** Returns the element with a number; null if there is none. */
  public @Nullable T get(long number) {
    T there = ring.get(place(number));
    return there != null && numberOf.applyAsLong(there) == number ? there : beside.get(number);
  }

  /** Removes the element with a number; null if another thread has already removed it. */
  public @Nullable T remove(long number) {
    int place = place(number);
    T there = ring.get(place);
    if (there != null && numberOf.applyAsLong(there) == number) {
      return ring.compareAndSet(place, there, null) ? there : null;
    }
    return beside.isEmpty() ? null : beside.remove(number);
  }

  /** Removes an element. Returns false if another thread has already removed it. */
  public boolean remove(T element) {
    long number = numberOf.applyAsLong(element);
    return ring.compareAndSet(place(number), element, null) || beside.remove(number, element);
  }

  /** Returns the current elements. Those that are added or removed meanwhile may be there or not. */
  public List<T> all() {
    List<T> all = new ArrayList<>(beside.values());
    for (int place = 0; place < size; place++) {
      T element = ring.get(place);
      if (element != null) {
        all.add(element);
      }
    }
    return all;
  }

  /** Returns false if there has been an element all the time. */
  public boolean isEmpty() {
    for (int place = 0; place < size; place++) {
      if (ring.get(place) != null) {
        return false;
      }
    }
    return beside.isEmpty();
  }

  private int place(long number) {
    return (int) number & (size - 1);
  }
}
