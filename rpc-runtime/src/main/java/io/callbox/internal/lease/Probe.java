package io.callbox.internal.lease;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Checks something with each beat. Called on one thread at a time. */
@FunctionalInterface
public interface Probe {

  /** Begins a look: sends its questions, and does not wait for answers. Must not fail. */
  Look look();

  /** A look that has begun. */
  interface Look {

    /** A look at nothing. */
    Look NOTHING =
        new Look() {
          @Override
          public CompletionStage<@Nullable Void> answered() {
            return CompletableFuture.completedFuture(null);
          }

          @Override
          public Finding finding() {
            return Finding.NOTHING;
          }
        };

    /** Completes when all questions are answered; perhaps never. */
    CompletionStage<@Nullable Void> answered();

    /** Returns the consequence of the answers so far. */
    Finding finding();
  }

  /**
   * The result of a look.
   *
   * @param consequence the action that follows; runs only if the broker has not lost its data
   * @param next the time until the next possible change; the next beat then comes early
   */
  record Finding(Runnable consequence, Duration next) {

    /** No action, and nothing to wait for. */
    public static final Finding NOTHING = new Finding(() -> {}, Duration.ofDays(1));
  }
}
