package io.callbox.contract.compare;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The depth of nesting of the values that are compared. Documents come from other nodes too, and
 * may be nested more deeply than the stack allows: then named types are compared later, and types
 * without a name are not compared. For one thread.
 */
final class Depth {

  private static final int ORDINARY = 100;
  private static final int GREATEST = 300;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final int least;
  private int now;

  /** Creates a depth of none. */
  Depth() {
    this(0);
  }

  private Depth(int now) {
    this.least = now;
    this.now = now;
  }

  /** Returns a depth that begins at this one. */
  Depth further() {
    return new Depth(now);
  }

  /** Returns whether two types count as equal without a look into them. */
  boolean isTooGreatForTrials() {
    return now >= ORDINARY;
  }

  /**
   * Compares two values, one level deeper, and the types that were left for later.
   *
   * @return whether they have been compared; false if they are too deep
   */
  boolean within(Runnable comparison) {
    if (now == GREATEST) {
      return false;
    }
    now++;
    comparison.run();
    if (now == least + 1) {
      for (Runnable next = later.poll(); next != null; next = later.poll()) {
        next.run();
      }
    }
    now--;
    return true;
  }

  /** Compares two named types, now or later. */
  void named(Runnable comparison) {
    if (now >= ORDINARY) {
      later.add(comparison);
    } else {
      comparison.run();
    }
  }
}
