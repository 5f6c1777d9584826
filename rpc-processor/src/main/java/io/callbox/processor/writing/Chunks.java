package io.callbox.processor.writing;

import java.util.ArrayList;
import java.util.List;

/** Parts of a switch with more branches than fit into one method, which holds 64 KiB. */
final class Chunks {

  private static final int MOST_BRANCHES = 300;

  private Chunks() {}

  /** Splits branches, in their order, into one or more parts. */
  static <T> List<List<T>> of(List<T> branches) {
    List<List<T>> chunks = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + MOST_BRANCHES, branches.size());
      chunks.add(branches.subList(from, to));
      from = to;
    } while (from < branches.size());
    return chunks;
  }

  /** Returns the name of the method with a part: {@code read}, {@code read2}. */
  static String method(String name, int number) {
    return number == 0 ? name : name + (number + 1);
  }
}
