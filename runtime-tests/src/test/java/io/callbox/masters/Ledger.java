package io.callbox.masters;

import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.time.Await;
import io.callbox.trial.SteadyCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Calls under way all the time, each of a number of its own, and what became of each: how often it
 * ran, and what its caller heard.
 */
final class Ledger implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofNanos(500_000);

  private final Map<Integer, Integer> runs;
  private final AtomicInteger right = new AtomicInteger();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final SteadyCalls calls;

  /**
   * Begins to call.
   *
   * @param call triples a number
   * @param runs how often each number has run
   * @param together how many calls are under way at most
   */
  Ledger(IntFunction<CompletableFuture<Integer>> call, Map<Integer, Integer> runs, int together) {
    this.runs = runs;
    this.calls =
        new SteadyCalls(
            number ->
                call.apply(number)
                    .whenComplete((product, failure) -> note(number, product, failure)),
            together,
            PAUSE);
    calls.start();
  }

  private void note(int number, Integer product, Throwable failure) {
    int times = runs.getOrDefault(number, 0);
    if (failure == null && product == 3 * number) {
      right.incrementAndGet();
    } else if (failure == null) {
      broken.add(number + " was answered " + product);
    } else {
      failed(number, times, failure);
    }
  }

  private void failed(int number, int times, Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    if (!(cause instanceof RpcException said)) {
      broken.add(number + " failed with " + cause);
      return;
    }
    failures.merge(said.code() + " " + said.executed(), 1, Integer::sum);
    if (said.executed() == Executed.NO && times > 0) {
      broken.add(number + " ran, and its caller was told that it did not: " + said);
    }
  }

  /** Waits until this many more calls have been answered right. */
  void awaitRight(int more) {
    int enough = right.get() + more;
    Await.until("calls are answered: " + this, () -> right.get() >= enough);
  }

  int right() {
    return right.get();
  }

  /** How many calls wait for their ends. */
  int underWay() {
    return calls.started() - calls.ended();
  }

  /** Makes no more calls, waits until each has ended, and says what is wrong with them. */
  List<String> end() throws InterruptedException {
    calls.end("each call ends: " + this);
    runs.forEach(
        (number, times) -> {
          if (times > 1) {
            broken.add(number + " ran " + times + " times");
          }
        });
    return List.copyOf(broken);
  }

  Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  @Override
  public void close() {
    calls.close();
  }

  @Override
  public String toString() {
    return "started=%s ended=%s right=%s failures=%s broken=%s"
        .formatted(calls.started(), calls.ended(), right, failures, broken);
  }
}
