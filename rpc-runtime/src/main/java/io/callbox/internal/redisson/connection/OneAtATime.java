package io.callbox.internal.redisson.connection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets one action at a time be under way for each key. If an action has not ended after a while, it
 * is forgotten and no longer delays others. Safe for use by many threads.
 *
 * @param <K> the keys
 */
final class OneAtATime<K> {

  private final long longestNanos;
  private final LongSupplier nanoTime;
  private final Map<K, Action> underWay = new ConcurrentHashMap<>();

  /**
   * Creates it without actions.
   *
   * @param longest the maximum duration of an action
   * @param nanoTime this machine's ticks
   */
  OneAtATime(Duration longest, LongSupplier nanoTime) {
    this.longestNanos = longest.toNanos();
    this.nanoTime = nanoTime;
  }

  /** An action that has begun. Each is equal only to itself. */
  private static final class Action {

    private final long sinceNanos;

    Action(long sinceNanos) {
      this.sinceNanos = sinceNanos;
    }
  }

  /**
   * Begins an action.
   *
   * @param otherwise the result if another one is under way
   */
  <T> CompletionStage<T> run(K key, Supplier<? extends CompletionStage<T>> action, T otherwise) {
    Action mine = new Action(nanoTime.getAsLong());
    if (underWay.merge(key, mine, this::current) != mine) {
      return CompletableFuture.completedFuture(otherwise);
    }
    CompletableFuture<T> end =
        begun(action)
            .toCompletableFuture()
            .whenComplete((result, failure) -> underWay.remove(key, mine));
    end.copy()
        .orTimeout(longestNanos, TimeUnit.NANOSECONDS)
        .whenComplete((result, failure) -> underWay.remove(key, mine));
    return end;
  }

  private Action current(Action before, Action next) {
    return next.sinceNanos - before.sinceNanos > longestNanos ? next : before;
  }

  private static <T> CompletionStage<T> begun(Supplier<? extends CompletionStage<T>> action) {
    try {
      return action.get();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }
}
