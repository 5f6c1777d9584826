package io.callbox.testkit.history;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records operations on a service for {@link Linearizability}: their inputs, their answers, and
 * which of them were under way at the same time.
 *
 * <p>A failed call may have happened or not; if its failure says that it did not run, it is left
 * out. To treat a declared exception as an answer, convert it: {@code
 * stub.take().exceptionally(empty -> NOTHING)}.
 *
 * <p>Safe for use by many threads. Read it when all calls have ended.
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
  private final List<Operation<I, O>> recorded = Collections.synchronizedList(new ArrayList<>());

  /** Creates an empty record. */
  public Operations() {}

  /**
   * Makes a call, and records its outcome.
   *
   * @return its answer, which completes after it is recorded
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

  /** Returns the recorded operations, in the order of their ends. */
  public List<Operation<I, O>> list() {
    return List.copyOf(recorded);
  }

  private void add(Operation<I, O> operation) {
    recorded.add(operation);
  }
}
