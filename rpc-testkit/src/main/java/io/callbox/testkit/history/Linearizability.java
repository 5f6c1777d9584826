package io.callbox.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the answers of a service to concurrent calls are linearizable: as if each call
 * happened at one instant between its call and its answer. See Herlihy and Wing, "Linearizability:
 * a correctness condition for concurrent objects" (1990).
 *
 * <p>The problem is hard: the time of a search can grow exponentially with the number of concurrent
 * operations. {@link #byKey} splits a large problem into many small ones. A search that needs too
 * many steps is a failure too, because it has not shown that the answers are correct.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * Linearizability.<Integer, Integer, Integer>of(0, (sum, add) -> new Step<>(sum + add, sum + add))
 *     .check(operations);
 * }</pre>
 *
 * @param <S> the state
 * @param <I> the input: which method, with which arguments
 * @param <O> the output: what the method returns
 */
public final class Linearizability<S, I, O extends @Nullable Object> {

  private static final long MOST_STEPS = 1_000_000;

  private final S initial;
  private final SequentialModel<S, I, O> model;
  private final Function<I, Object> keys;
  private final long mostSteps;

  private Linearizability(
      S initial, SequentialModel<S, I, O> model, Function<I, Object> keys, long mostSteps) {
    this.initial = initial;
    this.model = model;
    this.keys = keys;
    this.mostSteps = mostSteps;
  }

  /** Creates a check with a model and its initial state. */
  public static <S, I, O extends @Nullable Object> Linearizability<S, I, O> of(
      S initial, SequentialModel<S, I, O> model) {
    return new Linearizability<>(initial, model, input -> "", MOST_STEPS);
  }

  /** Checks the operations of each key separately; each key has its own state. */
  public Linearizability<S, I, O> byKey(Function<I, Object> newKeys) {
    return new Linearizability<>(initial, model, newKeys, mostSteps);
  }

  /**
   * Sets the maximum number of operations that a search for one key tries; a million by default.
   */
  public Linearizability<S, I, O> within(long newMostSteps) {
    return new Linearizability<>(initial, model, keys, newMostSteps);
  }

  /**
   * Checks recorded operations.
   *
   * @throws AssertionError with the answers that contradict each other, or if the search was
   *     undecided
   */
  public void check(Operations<I, O> operations) {
    check(operations.list());
  }

  /** Checks operations that were recorded in another way. */
  public void check(List<Operation<I, O>> operations) {
    ofKeys(operations).forEach(this::check);
  }

  /** Returns the verdict of {@link #check}: the worst of all keys. */
  public Verdict verdict(List<Operation<I, O>> operations) {
    Verdict worst = Verdict.LINEARIZABLE;
    for (List<Operation<I, O>> ofKey : ofKeys(operations).values()) {
      Verdict verdict = verdictOf(ofKey, mostSteps);
      if (verdict == Verdict.NOT_LINEARIZABLE) {
        return verdict;
      }
      worst = verdict == Verdict.UNDECIDED ? verdict : worst;
    }
    return worst;
  }

  private void check(Object key, List<Operation<I, O>> operations) {
    String of = key.equals("") ? "" : " of key " + key;
    switch (verdictOf(operations, mostSteps)) {
      case LINEARIZABLE -> {}
      case UNDECIDED ->
          throw new AssertionError(
              String.format(
                  Locale.ROOT,
                  "undecided whether %d operations%s are linearizable after %d steps; record fewer at a time, use byKey, or allow more steps",
                  operations.size(),
                  of,
                  mostSteps));
      case NOT_LINEARIZABLE ->
          throw new AssertionError("not linearizable%s: %s".formatted(of, explanation(operations)));
    }
  }

  private String explanation(List<Operation<I, O>> operations) {
    return new Contradiction<I, O>(
            few -> verdictOf(few, mostSteps / 10) == Verdict.NOT_LINEARIZABLE)
        .in(operations);
  }

  private Verdict verdictOf(List<Operation<I, O>> operations, long steps) {
    return new Search<>(model, operations).run(initial, steps);
  }

  private Map<Object, List<Operation<I, O>>> ofKeys(List<Operation<I, O>> operations) {
    Map<Object, List<Operation<I, O>>> ofKeys = new LinkedHashMap<>();
    for (Operation<I, O> operation : operations) {
      ofKeys
          .computeIfAbsent(keys.apply(operation.input()), absent -> new ArrayList<>())
          .add(operation);
    }
    return ofKeys;
  }
}
