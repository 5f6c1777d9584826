package io.callbox.testkit.history;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.testkit.history.History.Call;
import io.callbox.testkit.history.History.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks promises about the calls of a history. Use it when all calls of the history have ended and
 * no implementation runs any more. Not safe for use by many threads.
 *
 * <pre>{@code
 * new Promises(history)
 *     .answeredExactlyOnce()
 *     .executedAtMostOnce(call -> call.key().startsWith("enter"))
 *     .executedAsSaid()
 *     .check();
 * }</pre>
 */
public final class Promises {

  private final List<Call> calls;
  private final List<String> broken = new ArrayList<>();

  /** Checks the current state of this history. */
  public Promises(History history) {
    this.calls = history.calls();
  }

  /** Promises that each call ended exactly once, and that no implementation ran without a call. */
  public Promises answeredExactlyOnce() {
    expect(call -> call.made() == 1, call -> true, "was made other than once");
    return expect(
        call -> call.outcomes().size() == call.made(), call -> true, "was not answered once");
  }

  /** Promises that no call ran twice. */
  public Promises executedAtMostOnce() {
    return executedAtMostOnce(call -> true);
  }

  /** Promises that none of these calls ran twice. */
  public Promises executedAtMostOnce(Predicate<Call> which) {
    return expect(call -> call.runs() <= 1, which, "ran more than once");
  }

  /** Promises that each call that succeeded ran, at least once. */
  public Promises executedAtLeastOnce() {
    return expect(call -> call.runs() >= 1, Call::succeeded, "succeeded without running");
  }

  /** Promises that each call that succeeded ran exactly once. */
  public Promises executedExactlyOnce() {
    return executedAtLeastOnce().executedAtMostOnce(Call::succeeded);
  }

  /**
   * Promises that {@code executed()} is true: a call that says NO did not run, and a call that says
   * YES ran.
   */
  public Promises executedAsSaid() {
    expect(call -> call.runs() == 0, call -> said(call, Executed.NO), "ran, and denies it");
    return expect(
        call -> call.runs() >= 1, call -> said(call, Executed.YES), "did not run, and says so");
  }

  /** Promises that each result is the expected result of its call. */
  public Promises resultsAre(Function<String, @Nullable Object> expected) {
    return expect(
        call ->
            call.outcomes().stream()
                .filter(outcome -> outcome.failure() == null)
                .allMatch(outcome -> Objects.equals(outcome.result(), expected.apply(call.key()))),
        call -> true,
        "has another's result");
  }

  /** Returns a sentence for each call that broke a promise. */
  public List<String> broken() {
    return List.copyOf(broken);
  }

  /**
   * Fails if a promise was broken.
   *
   * @throws AssertionError with each broken promise
   */
  public void check() {
    if (!broken.isEmpty()) {
      throw new AssertionError(
          broken.size()
              + " promises broken:\n"
              + broken.stream().collect(Collectors.joining("\n")));
    }
  }

  private Promises expect(Predicate<Call> promise, Predicate<Call> which, String complaint) {
    for (Call call : calls) {
      if (which.test(call) && !promise.test(call)) {
        broken.add(
            String.format(
                Locale.ROOT,
                "call %s %s: made %d, ran %d, outcomes %s",
                call.key(),
                complaint,
                call.made(),
                call.runs(),
                call.outcomes()));
      }
    }
    return this;
  }

  private static boolean said(Call call, Executed executed) {
    for (Outcome outcome : call.outcomes()) {
      if (outcome.failure() instanceof RpcException failure && failure.executed() == executed) {
        return true;
      }
    }
    return false;
  }
}
