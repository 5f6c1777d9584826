package io.callbox.internal.server.reply;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats steps while Redis is away or full, or denies this node a right. Safe for use by many
 * threads.
 */
final class OutageRetries {

  /**
   * The {@code endNanos} of a step that is repeated for ever: it records that a request has run,
   * which would otherwise run again.
   */
  static final long NO_END = Long.MAX_VALUE;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final TaskScheduler later;
  private final BrokerClock clock;
  private volatile boolean closed;

  /**
   * Creates it.
   *
   * @param later runs the later attempts; its owner closes it
   */
  OutageRetries(TaskScheduler later, BrokerClock clock) {
    this.later = later;
    this.clock = clock;
  }

  /**
   * A step that may be repeated.
   *
   * @param step begins an attempt
   * @param endNanos the time when it is given up, in the ticks of the broker's clock, or {@link
   *     #NO_END}
   * @param heldUp runs, perhaps several times, while Redis does not answer
   */
  record Task<T extends @Nullable Object>(
      Supplier<? extends CompletionStage<T>> step, long endNanos, Runnable heldUp) {}

  /**
   * Runs a step.
   *
   * @param listener receives its result, or the failure with which it was given up
   */
  <T extends @Nullable Object> void run(
      Task<T> task, BiConsumer<? super T, @Nullable Throwable> listener) {
    BrokerRequests.sent(task.step)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                listener.accept(done, null);
              } else {
                failed(task, failure, listener);
              }
            });
  }

  /**
   * Runs a step. It is repeated for a limited time, but its caller can go on before.
   *
   * @param lost receives the reason why the step was given up
   * @return completes when the step is done, has failed once, is given up, or is late
   */
  CompletableFuture<@Nullable Void> begun(
      Supplier<? extends CompletionStage<@Nullable Void>> step,
      long millis,
      Consumer<Throwable> lost) {
    CompletableFuture<@Nullable Void> tried = new CompletableFuture<>();
    long endNanos = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    run(
        new Task<>(step, endNanos, () -> tried.complete(null)),
        (done, failure) -> {
          if (failure != null) {
            lost.accept(failure);
          }
          tried.complete(null);
        });
    if (!tried.isDone()) {
      Runnable cancel = later.run(BrokerRequests.BOUND, () -> tried.complete(null));
      tried.thenRun(cancel);
    }
    return tried;
  }

  /** Repeats a step whose first attempt, by its user, has failed. */
  <T extends @Nullable Object> void failed(
      Task<T> task, Throwable thrown, BiConsumer<? super T, @Nullable Throwable> listener) {
    Throwable failure = StageFailure.cause(thrown);
    if (isOutage(failure) && !closed && !isOver(task)) {
      task.heldUp.run();
      later.run(PAUSE, () -> run(task, listener));
    } else {
      listener.accept(null, failure);
    }
  }

  private boolean isOver(Task<?> task) {
    return task.endNanos != NO_END && clock.nanoTime() - task.endNanos > 0;
  }

  /**
   * Returns whether Redis may accept the step later: it is away or full, or its rules may be about
   * to be corrected.
   */
  private static boolean isOutage(Throwable failure) {
    return failure instanceof RpcException refused
        && (refused.code() == StatusCode.UNAVAILABLE
            || refused.code() == StatusCode.RESOURCE_EXHAUSTED
            || refused.code() == StatusCode.PERMISSION_DENIED);
  }

  /** Returns whether steps are no longer repeated. */
  boolean isClosed() {
    return closed;
  }

  /** Ends repetitions: from now on, each step is tried once. */
  void close() {
    closed = true;
  }
}
