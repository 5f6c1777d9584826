package io.callbox.deadletter;

/** Receives the progress of a step for many dead letters, on the thread that runs the step. */
@FunctionalInterface
public interface BulkProgress {

  /** Ignores the progress. */
  BulkProgress NONE = (looked, total) -> {};

  /**
   * Reports how many entries the step has looked at. The step acts on the entries that the filter
   * accepts at the end of each page of 128 entries, and when it ends.
   *
   * @param looked the number of entries, whether the filter accepted them or not
   * @param total the number of entries at the start
   */
  void at(int looked, int total);

  /**
   * Returns whether to stop here. The step asks before each entry; by default it never stops early.
   */
  default boolean stops() {
    return false;
  }
}
