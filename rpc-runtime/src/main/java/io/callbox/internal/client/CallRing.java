package io.callbox.internal.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Calls by number. The numbers count up, and each call has its place in a ring. If a much older
 * call still has this place, the new call is kept in a map beside the ring. Nobody keeps count of
 * the calls: the threads that add and those that remove would write one number for each call. Safe
 * for use by many threads.
 */
final class CallRing {

  private static final int SIZE = 1 << 12;

  private final AtomicReferenceArray<@Nullable PendingCall> ring = new AtomicReferenceArray<>(SIZE);
  private final Map<Long, PendingCall> beside = new ConcurrentHashMap<>();

  /** Adds a call. Each call has a different number. */
  void add(PendingCall call) {
    if (!ring.compareAndSet(place(call.number), null, call)) {
      beside.put(call.number, call);
    }
  }

  /** Removes a call. Returns false if another thread has already removed it. */
  boolean remove(PendingCall call) {
    return ring.compareAndSet(place(call.number), call, null) || beside.remove(call.number, call);
  }

  /** Removes the call with a number; null if there is none. */
  @Nullable PendingCall remove(long number) {
    int place = place(number);
    PendingCall there = ring.get(place);
    if (there != null && there.number == number) {
      return ring.compareAndSet(place, there, null) ? there : null;
    }
    return beside.isEmpty() ? null : beside.remove(number);
  }

  /** Returns the call with a number; null if there is none. */
  @Nullable PendingCall get(long number) {
    PendingCall there = ring.get(place(number));
    return there != null && there.number == number ? there : beside.get(number);
  }

  boolean contains(PendingCall call) {
    return ring.get(place(call.number)) == call || beside.get(call.number) == call;
  }

  /** Counts the calls. Those that are added or removed meanwhile may count or not. */
  int size() {
    int size = beside.size();
    for (int place = 0; place < SIZE; place++) {
      if (ring.get(place) != null) {
        size++;
      }
    }
    return size;
  }

  /** Returns false if there has been a call all the time. */
  boolean isEmpty() {
    for (int place = 0; place < SIZE; place++) {
      if (ring.get(place) != null) {
        return false;
      }
    }
    return beside.isEmpty();
  }

  /** Returns the current calls. */
  List<PendingCall> all() {
    List<PendingCall> all = new ArrayList<>(beside.values());
    for (int place = 0; place < SIZE; place++) {
      PendingCall call = ring.get(place);
      if (call != null) {
        all.add(call);
      }
    }
    return all;
  }

  private static int place(long number) {
    return (int) number & (SIZE - 1);
  }
}
