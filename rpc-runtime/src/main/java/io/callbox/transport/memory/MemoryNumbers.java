package io.callbox.transport.memory;

import io.callbox.transport.QueueName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The numbers of recent steps. Guarded by the lock of the lists. */
final class MemoryNumbers {

  private static final int OWNERS = 1_000;
  private static final int REMEMBERED = 1_000;

  /** The owners of numbers; the one that has noted none for the longest time is forgotten. */
  private final Map<QueueName, NavigableSet<Long>> numbers = new LinkedHashMap<>(16, 0.75f, true);

  /** Returns whether a number was noted. */
  boolean has(QueueName owner, long number) {
    return numbers.getOrDefault(owner, new TreeSet<>()).contains(number);
  }

  /** Notes a number. Returns false if it was noted before. */
  boolean add(QueueName owner, long number) {
    NavigableSet<Long> known = numbers.computeIfAbsent(owner, none -> new TreeSet<>());
    boolean isNew = known.add(number);
    if (known.size() > REMEMBERED) {
      known.pollFirst();
    }
    if (numbers.size() > OWNERS) {
      numbers.remove(numbers.keySet().iterator().next());
    }
    return isNew;
  }
}
