package io.callbox.testkit.history;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records operations on a service for {@link Linearizability}: what each was asked, what it
 * answered, and which of them were under way at the same time.
 *
 * <p>A call that failed may have happened or not, unless it says that it did not run: then it is
 * left out. An exception that a method declares is an answer like any other to whoever turns it
 * into one: {@code stub.take().exceptionally(empty -> NOTHING)}.
 *
 * <p>Safe for use by many threads. Look at it when all calls have ended.
 *
 * <pre>{@code
 * Operations<Integer, Integer> operations = new Operations<>();
 * operations.call(7, () -> counter.add(7));
 * }</pre>
 *
 * @param <I> the input: which method, with which arguments
 * @param <O> the output: what the method returns
 */
public final class Operations<I, O extends @Nullable Object> {

  private final AtomicLong events = new AtomicLong();
  private final List<Operation<I, O>> recorded = new ArrayList<>();

  /** No operations yet. */
  public Operations() {}

  /**
   * Makes a call, and records what becomes of it.
   *
   * @return its answer, which is not there before it is recorded
   */
  public CompletableFuture<O> call(I input, Supplier<CompletableFuture<O>> call) {
    long called = events.incrementAndGet();
    return Recorded.of(
        call.get(),
        (output, failure) -> {
          if (failure == null) {
            add(new Operation<>(input, output, called, events.incrementAndGet()));
          } else if (!isKnownNotToHaveRun(failure)) {
            add(Operation.unknown(input, called));
          }
        });
  }

  private static boolean isKnownNotToHaveRun(Throwable failure) {
    return History.unwrapped(failure) instanceof RpcException refused
        && refused.executed() == Executed.NO;
  }

  /** What is recorded, in the order in which it ended. */
  public synchronized List<Operation<I, O>> list() {
    return List.copyOf(recorded);
  }

  private synchronized void add(Operation<I, O> operation) {
    recorded.add(operation);
  }
}
