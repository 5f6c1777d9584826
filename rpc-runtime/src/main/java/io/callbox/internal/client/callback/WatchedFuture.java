package io.callbox.internal.client.callback;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call that is withdrawn if its caller does not wait for it any more: its owner is
 * told when other code than {@link #end} and {@link #fail} ends the future. Stages that depend on
 * it have no owner.
 *
 * <p>Safe for use by many threads.
 */
public final class WatchedFuture<T extends @Nullable Object> extends CallFuture<T> {

  private final Owner owner;

  /**
   * Creates a future that is not complete.
   *
   * @param owner is notified
   */
  public WatchedFuture(CallbackExecutor callbacks, Owner owner) {
    super(callbacks);
    this.owner = owner;
  }

  /** The owner, which is about to complete the future. */
  @FunctionalInterface
  public interface Owner {

    /**
     * Handles that other code has ended the future. Called on the thread that did; must be short.
     */
    void givenUp();
  }

  private boolean told(boolean ended) {
    if (ended) {
      owner.givenUp();
    }
    return ended;
  }

  @Override
  public boolean complete(@Nullable T result) {
    return told(super.complete(result));
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    return told(super.completeExceptionally(failure));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return told(super.cancel(mayInterruptIfRunning));
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    whenCompleteAsync((result, failure) -> told(true), Runnable::run);
    return super.completeAsync(supplier, executor);
  }

  @Override
  public void obtrudeValue(@Nullable T result) {
    super.obtrudeValue(result);
    told(true);
  }

  @Override
  public void obtrudeException(Throwable failure) {
    super.obtrudeException(failure);
    told(true);
  }
}
