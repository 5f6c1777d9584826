package io.callbox.testkit.history;

import org.jspecify.annotations.Nullable;

/**
 * The sequential behaviour of a service: returns the next state and the output for a state and an
 * input. It must not change its arguments, and must return the same for the same arguments. States
 * and inputs are compared with {@code equals}.
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

  /** Applies an operation to a state. */
  Step<S, O> apply(S state, I input);

  /**
   * The effect of an operation.
   *
   * @param state the state after it
   * @param output its answer
   */
  record Step<S, O extends @Nullable Object>(S state, O output) {}
}
