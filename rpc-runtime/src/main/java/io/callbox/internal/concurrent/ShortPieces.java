package io.callbox.internal.concurrent;

/**
 * Pieces that are short tasks. Their pushes leave together, when the last piece has added its push.
 * Each counts as a task of its own for the {@link AdaptiveExecutor} whose thread runs them.
 */
public interface ShortPieces extends TaskSequence.Pieces {

  /** Returns the time. It is read once for the end of a piece and the start of the next. */
  @Override
  default long nanoTime() {
    return AdaptiveExecutor.taskBeganNanos();
  }

  /** Runs one of them on the calling thread. Throws nothing. */
  void performShort(int index);

  @Override
  default void perform(int index) {
    try {
      performShort(index);
    } finally {
      AdaptiveExecutor.endedOneOfSeveral();
    }
  }

  @Override
  default void entered() {
    AdaptiveExecutor.doesTogether(size());
  }

  @Override
  default void left() {
    AdaptiveExecutor.doesTogether(1);
  }
}
