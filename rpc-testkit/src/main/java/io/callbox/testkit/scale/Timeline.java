package io.callbox.testkit.scale;

import java.util.PriorityQueue;

/**
 * The future events in the order of time; events of the same time in the order in which they were
 * added.
 */
final class Timeline {

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long added;

  /** An event. */
  interface Step {

    void at(double micros);
  }

  private record Entry(double at, long number, Step step) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int byTime = Double.compare(at, other.at);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  void add(double at, Step step) {
    entries.add(new Entry(at, added++, step));
  }

  /** Runs all events before an end. */
  void runUntil(double end) {
    while (!entries.isEmpty() && entries.peek().at < end) {
      Entry next = entries.remove();
      next.step.at(next.at);
    }
  }
}
