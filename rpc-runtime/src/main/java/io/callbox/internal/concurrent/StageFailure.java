package io.callbox.internal.concurrent;

import java.util.concurrent.CompletionException;

/** What made a stage fail. */
public final class StageFailure {

  private StageFailure() {}

  /** Stages wrap what a stage before them threw: the failure itself. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
