package io.callbox.testkit.history;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records calls by a key that is in their arguments: how often a call was made, how often its
 * implementation ran, and its outcomes. Safe for use by many threads.
 *
 * <pre>{@code
 * History history = new History();
 * history.call("7", () -> ledger.enter(7));       // on the caller's side
 * history.ran("7");                               // in the implementation
 * new Promises(history).check();
 * }</pre>
 */
public final class History {

  private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();

  /** Creates an empty history. */
  public History() {}

  /**
   * Makes a call, and records its outcome. Each call needs a different key.
   *
   * @return its result, which completes after it is recorded
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(
      String key, Supplier<CompletableFuture<T>> call) {
    Entry entry = entry(key);
    entry.made();
    return Recorded.of(
        call.get(), (result, failure) -> entry.ended(new Outcome(result, unwrapped(failure))));
  }

  /** Records that an implementation runs for the call with this key. */
  public void ran(String key) {
    entry(key).ran();
  }

  /** Returns the recorded calls, by key. */
  public List<Call> calls() {
    return entries.entrySet().stream().map(entry -> entry.getValue().call(entry.getKey())).toList();
  }

  private Entry entry(String key) {
    return entries.computeIfAbsent(key, absent -> new Entry());
  }

  static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure == null ? null : StageFailure.cause(failure);
  }

  /**
   * One call.
   *
   * @param key its key
   * @param made the number of times that it was made
   * @param runs the number of times that an implementation ran for it
   * @param outcomes its outcomes
   */
  public record Call(String key, int made, int runs, List<Outcome> outcomes) {

    /** Returns whether a result came back. */
    public boolean succeeded() {
      return outcomes.stream().anyMatch(outcome -> outcome.failure == null);
    }
  }

  /**
   * An outcome of a call.
   *
   * @param result its result, if it succeeded
   * @param failure its failure; null if it succeeded
   */
  public record Outcome(@Nullable Object result, @Nullable Throwable failure) {

    @Override
    public String toString() {
      return failure instanceof RpcException refused
          ? refused.code() + ", executed " + refused.executed()
          : failure == null ? "result " + result : failure.toString();
    }
  }

  /** Its monitor guards it: the caller races with the implementation, and with the test. */
  private static final class Entry {
    @GuardedBy("this")
    private final List<Outcome> outcomes = new ArrayList<>();

    @GuardedBy("this")
    private int made;

    @GuardedBy("this")
    private int runs;

    synchronized void made() {
      made++;
    }

    synchronized void ran() {
      runs++;
    }

    synchronized void ended(Outcome outcome) {
      outcomes.add(outcome);
    }

    synchronized Call call(String key) {
      return new Call(key, made, runs, List.copyOf(outcomes));
    }
  }
}
