package io.callbox.samples.demo;

import io.callbox.samples.fibonacci.FibonacciAsyncStub;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** An asynchronous stub returns at once. */
final class AsynchronousCall implements Step {

  private static final int N = 38;

  @Override
  public String title() {
    return "an asynchronous call";
  }

  @Override
  public String show(Stage stage) {
    Instant begin = Instant.now();
    CompletableFuture<Long> answer = new FibonacciAsyncStub(stage.toAny()).fibonacci(N);
    Duration made = Duration.between(begin, Instant.now());
    Stage.expect(!answer.isDone(), "a call that is still under way");
    long number = answer.join();
    Duration answered = Duration.between(begin, Instant.now());
    Stage.expect(number == 39_088_169, "39088169, got " + number);
    return "fibonacci(%d) was called within %d ms, and answered %d after %d ms"
        .formatted(N, made.toMillis(), number, answered.toMillis());
  }
}
