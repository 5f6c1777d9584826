package io.callbox.testkit.history;

import org.jspecify.annotations.Nullable;

/**
 * What a service would do if it were called once at a time: from a state and an input, the next
 * state and the output. It must change neither of the two, and give the same each time; states and
 * inputs are compared by {@code equals}.
 *
 * <pre>{@code
 * SequentialModel<Integer, Integer, Integer> counter =
 *     (sum, amount) -> new Step<>(sum + amount, sum + amount);
 * }</pre>
 *
 * @param <S> the state
 * @param <I> the input: which method, with which arguments
 * @param <O> the output: what the method returns
 */
@FunctionalInterface
public interface SequentialModel<S, I, O extends @Nullable Object> {

  /** What an operation does in a state. */
  Step<S, O> apply(S state, I input);

  /**
   * What an operation has done.
   *
   * @param state the state after it
   * @param output what it answers
   */
  record Step<S, O extends @Nullable Object>(S state, O output) {}
}
