package io.callbox.internal.client.callback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The future of an asynchronous call. It differs from other futures in one point: {@link
 * CallbackExecutor} runs the callbacks of this future and of stages that depend on it, so the
 * thread that ends a call never runs user code. {@code CompletableFuture.allOf} and {@code anyOf}
 * return plain futures, whose callbacks run on the thread that ends the last call.
 *
 * <p>Safe for use by many threads.
 */
public class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {

  private final CallbackExecutor callbacks;

  /**
   * Completes with this future; null until a thread waits. Threads wait on it because a thread that
   * waits on a {@link CompletableFuture} runs its callbacks when it wakes. If two threads begin to
   * wait at the same time, each may have its own.
   */
  private volatile @Nullable CompletableFuture<Void> ended;

  public CallFuture(CallbackExecutor callbacks) {
    this.callbacks = callbacks;
  }

  /** Completes the future with this result. */
  public final void end(@Nullable T result) {
    super.complete(result);
  }

  /** Completes the future with this failure. */
  public final void fail(Throwable failure) {
    super.completeExceptionally(failure);
  }

  /** Returns the future on which a thread waits before it reads the outcome. */
  private CompletableFuture<Void> aboutToWait() {
    callbacks.aboutToWait();
    CompletableFuture<Void> known = ended;
    if (known != null) {
      return known;
    }
    CompletableFuture<Void> end = new CompletableFuture<>();
    callbacks.beginWait(() -> super.whenComplete((result, failure) -> end.complete(null)));
    ended = end;
    return end;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CallFuture<>(callbacks);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      aboutToWait().get();
    }
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isDone()) {
      aboutToWait().get(timeout, unit);
    }
    return super.get();
  }

  @Override
  public T join() {
    if (!isDone()) {
      aboutToWait().join();
    }
    return super.join();
  }

  @Override
  public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> function) {
    return thenApplyAsync(function, callbacks);
  }

  @Override
  public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
    return thenAcceptAsync(action, callbacks);
  }

  @Override
  public CompletableFuture<Void> thenRun(Runnable action) {
    return thenRunAsync(action, callbacks);
  }

  @Override
  public <U, V> CompletableFuture<V> thenCombine(
      CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> function) {
    return thenCombineAsync(other, function, callbacks);
  }

  @Override
  public <U> CompletableFuture<Void> thenAcceptBoth(
      CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
    return thenAcceptBothAsync(other, action, callbacks);
  }

  @Override
  public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
    return runAfterBothAsync(other, action, callbacks);
  }

  @Override
  public <U> CompletableFuture<U> applyToEither(
      CompletionStage<? extends T> other, Function<? super T, U> function) {
    return applyToEitherAsync(other, function, callbacks);
  }

  @Override
  public CompletableFuture<Void> acceptEither(
      CompletionStage<? extends T> other, Consumer<? super T> action) {
    return acceptEitherAsync(other, action, callbacks);
  }

  @Override
  public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
    return runAfterEitherAsync(other, action, callbacks);
  }

  @Override
  public <U> CompletableFuture<U> thenCompose(
      Function<? super T, ? extends CompletionStage<U>> function) {
    return thenComposeAsync(function, callbacks);
  }

  @Override
  public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> function) {
    return handleAsync(function, callbacks);
  }

  @Override
  public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
    return whenCompleteAsync(action, callbacks);
  }

  @Override
  public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> function) {
    return exceptionallyAsync(function, callbacks);
  }

  @Override
  public CompletableFuture<T> exceptionallyCompose(
      Function<Throwable, ? extends CompletionStage<T>> function) {
    return exceptionallyComposeAsync(function, callbacks);
  }
}
