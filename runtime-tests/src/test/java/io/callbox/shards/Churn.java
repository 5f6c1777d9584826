package io.callbox.shards;

import io.callbox.testkit.time.Await;
import io.callbox.trial.SteadyCalls;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/** Has sixty-four calls under way until it is ended, each of a number of its own. */
final class Churn implements AutoCloseable {

  private static final int OUTSTANDING = 64;
  private static final Duration PAUSE = Duration.ofNanos(50_000);

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final SteadyCalls calls;

  /** Begins to call. */
  Churn(IntFunction<CompletableFuture<?>> call) {
    this.calls =
        new SteadyCalls(
            number -> call.apply(number).whenComplete((done, failure) -> note(failure)),
            OUTSTANDING,
            PAUSE);
    calls.start();
  }

  private void note(Throwable failure) {
    if (failure != null) {
      failures.add(failure.toString());
    }
  }

  /** Waits until so many more calls have ended. */
  void awaitMore(int more) {
    int before = calls.ended();
    Await.until(more + " more calls", () -> calls.ended() - before >= more);
  }

  /** Starts no more calls, and waits until all have ended. */
  void end() throws InterruptedException {
    calls.end("all calls have ended");
  }

  int calls() {
    return calls.started();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    calls.close();
  }
}
