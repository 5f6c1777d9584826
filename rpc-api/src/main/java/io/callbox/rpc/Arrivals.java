package io.callbox.rpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Collects arrivals in order. Guard against race between threads that wait and threads that add.
 *
 * @param <E> what arrives
 */
final class Arrivals<E> {

  @GuardedBy("this")
  private final List<E> arrived = new ArrayList<>();

  synchronized void add(E arrival) {
    arrived.add(arrival);
    notifyAll();
  }

  /**
   * Waits until this much has arrived, and returns it.
   *
   * @param millisLeft how long it may still wait; throws if that is no time
   */
  synchronized List<E> await(Predicate<List<E>> enough, LongSupplier millisLeft)
      throws InterruptedException {
    while (!enough.test(arrived)) {
      wait(millisLeft.getAsLong());
    }
    return List.copyOf(arrived);
  }
}
