package io.callbox.testkit.history;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws operations below each other, from call to answer, with the answer of each. */
final class Timeline {

  /** The number of events on a line. */
  private static final int WIDTH = 60;

  private Timeline() {}

  static <I, O extends @Nullable Object> String of(Collection<Operation<I, O>> operations) {
    TreeSet<Long> moments = new TreeSet<>();
    for (Operation<I, O> operation : operations) {
      moments.add(operation.called());
      moments.add(operation.answered());
    }
    List<Long> events = List.copyOf(moments);
    int gap = Math.max(1, Math.min(4, WIDTH / Math.max(1, events.size())));
    StringBuilder lines = new StringBuilder();
    for (Operation<I, O> operation : operations) {
      int from = gap * events.indexOf(operation.called());
      int to = gap * events.indexOf(operation.answered());
      lines
          .append("\n  ")
          .append(" ".repeat(from))
          .append('|')
          .append("-".repeat(to - from - 1))
          .append('|')
          .append(" ".repeat(gap * (events.size() - 1) - to + 2))
          .append(operation);
    }
    return lines.toString();
  }
}
