package io.callbox.internal.failure;

import java.util.concurrent.CompletionException;

/** Finds the cause of a failed stage of a future. */
public final class StageFailure {

  private StageFailure() {}

  /** Returns the original failure; a stage wraps the exception of an earlier stage. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
