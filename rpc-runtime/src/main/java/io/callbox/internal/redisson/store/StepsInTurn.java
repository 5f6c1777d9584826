package io.callbox.internal.redisson.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Steps that must keep their order: while a cluster changes, a script that has not been executed is
 * sent again for some seconds. Each step is sent when the one before has been executed, or is no
 * longer sent. Safe for use by many threads.
 */
final class StepsInTurn {

  /** Guard against race between threads that add steps. */
  @GuardedBy("this")
  private CompletableFuture<?> last = CompletableFuture.completedFuture(true);

  /** Sends a step in its turn. Completes or fails as the step does. */
  synchronized <T> CompletionStage<T> run(Supplier<CompletionStage<T>> step) {
    CompletableFuture<T> mine =
        last.handle((done, failure) -> true).thenCompose(before -> step.get());
    last = mine;
    return mine;
  }
}
