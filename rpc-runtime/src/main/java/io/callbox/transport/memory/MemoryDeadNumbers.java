package io.callbox.transport.memory;

import io.callbox.transport.QueueName;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which dead letters workers have put lately. Guarded by the lock of the lists. */
final class MemoryDeadNumbers {

  private final Map<QueueName, NavigableSet<Long>> numbers = new HashMap<>();

  /** Notes a number. Returns false if it was noted before. */
  boolean add(QueueName worker, long number) {
    NavigableSet<Long> known = numbers.computeIfAbsent(worker, none -> new TreeSet<>());
    known.headSet(number - MemoryDeadLetters.MOST).clear();
    return known.add(number);
  }
}
