package io.callbox.testkit.history;

import io.callbox.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records calls, each by a key that is in its arguments: when it was made, each time its
 * implementation ran, and what came back. Safe for use by many threads.
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

  /** A history of nothing yet. */
  public History() {}

  /**
   * Makes a call, and records what becomes of it. No two calls may have the same key.
   *
   * @return its answer, which is not there before it is recorded
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(
      String key, Supplier<CompletableFuture<T>> call) {
    Entry entry = entry(key);
    entry.made();
    return Recorded.of(
        call.get(), (result, failure) -> entry.ended(new Outcome(result, unwrapped(failure))));
  }

  /** Records that an implementation runs for the call of this key. */
  public void ran(String key) {
    entry(key).ran();
  }

  /** What is recorded, by key. */
  public List<Call> calls() {
    return entries.entrySet().stream().map(entry -> entry.getValue().call(entry.getKey())).toList();
  }

  private Entry entry(String key) {
    return entries.computeIfAbsent(key, absent -> new Entry());
  }

  static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * One call.
   *
   * @param key what it is known by
   * @param made how often it was made
   * @param runs how often an implementation ran for it
   * @param outcomes what came back, each time that something did
   */
  public record Call(String key, int made, int runs, List<Outcome> outcomes) {

    /** Whether a result came back. */
    public boolean succeeded() {
      return outcomes.stream().anyMatch(outcome -> outcome.failure == null);
    }
  }

  /**
   * What came back from a call.
   *
   * @param result its result, if it succeeded
   * @param failure why it failed; null if it succeeded
   */
  public record Outcome(@Nullable Object result, @Nullable Throwable failure) {

    @Override
    public String toString() {
      return failure instanceof RpcException refused
          ? refused.code() + ", executed " + refused.executed()
          : failure == null ? "result " + result : failure.toString();
    }
  }

  private static final class Entry {
    private final List<Outcome> outcomes = new ArrayList<>();
    private int made;
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
