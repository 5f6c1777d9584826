package io.callbox.internal.client.push;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The steps for which threads and futures wait, besides the ends of calls: answers of the broker,
 * which may take a long time. The close of the node ends these waits at once. Safe for use by many
 * threads; the code that creates it closes it.
 */
public final class OpenWaits implements AutoCloseable {

  private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  /** Adds a step that is under way. Returns the same step. */
  @SuppressWarnings("CollectionUndefinedEquality") // the very same future
  public <T extends @Nullable Object> CompletableFuture<T> add(CompletableFuture<T> step) {
    if (step.isDone()) {
      return step;
    }
    open.add(step);
    step.whenComplete((done, failure) -> open.remove(step));
    if (isClosed) { // guard against race with close: the thread that sees the other's write ends it
      end(step);
    }
    return step;
  }

  private static void end(CompletableFuture<?> step) {
    step.completeExceptionally(closed());
  }

  /** Returns the failure of a wait that ends with the node. */
  public static RpcException closed() {
    return new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, "the node was closed");
  }

  /** Ends all of them. */
  @Override
  public void close() {
    isClosed = true;
    open.forEach(OpenWaits::end);
  }
}
