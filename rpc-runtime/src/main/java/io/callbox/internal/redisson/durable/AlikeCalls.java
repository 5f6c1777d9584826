package io.callbox.internal.redisson.durable;

import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The values that a script reads for each of many calls. Calls mostly have equal values, which are
 * then written and read once: {@code include-alike.lua}.
 */
final class AlikeCalls {

  private AlikeCalls() {}

  /**
   * Adds the sizes of groups of calls that are alike and come one after the other, then the facts
   * of each group.
   *
   * @param alike whether two calls have the same facts
   * @param facts the facts of a call
   * @param <T> the calls
   */
  static <T> void add(
      List<T> calls, BiPredicate<T, T> alike, Function<T, String> facts, List<byte[]> values) {
    StringBuilder sizes = new StringBuilder();
    List<byte[]> groups = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= calls.size(); next++) {
      if (next == calls.size() || !alike.test(calls.get(next - 1), calls.get(next))) {
        sizes.append(next - first).append(' ');
        groups.add(Scripts.text(facts.apply(calls.get(first))));
        first = next;
      }
    }
    values.add(Scripts.text(sizes));
    values.addAll(groups);
  }

  /** Returns the number of characters before the id of its call in the name of a record. */
  static byte[] idAt(QueueName queue) {
    return Scripts.text(Scripts.text(queue.call("").key()).length);
  }
}
