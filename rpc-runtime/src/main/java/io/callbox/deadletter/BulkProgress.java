package io.callbox.deadletter;

/** Hears how far a step for many dead letters is, on the thread that does it. */
@FunctionalInterface
public interface BulkProgress {

  /** Hears nothing. */
  BulkProgress NONE = (looked, total) -> {};

  /**
   * So many entries have been looked at. The step is done for those that the filter lets through
   * before a page of 128 of them is over, and before it ends.
   *
   * @param looked how many, whether the filter let them through or not
   * @param total how many there were at the start
   */
  void at(int looked, int total);

  /** Whether to end here: asked before each entry. Goes on to the end unless it says otherwise. */
  default boolean stops() {
    return false;
  }
}
