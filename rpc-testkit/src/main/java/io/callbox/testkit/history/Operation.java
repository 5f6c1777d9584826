package io.callbox.testkit.history;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a service, with the positions of its call and its answer in the history.
 * Immutable.
 *
 * @param input the input
 * @param output the answer; null also if there was none
 * @param called the position of its call; each event of a history has a number, in their order
 * @param answered the position of its answer; {@link #NEVER} if it is unknown whether the operation
 *     happened: it may have happened at any time since its call, or may still happen
 * @param <I> the input
 * @param <O> the output
 */
public record Operation<I, O extends @Nullable Object>(
    I input, @Nullable O output, long called, long answered) {

  /** The position of an answer that never came. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Checks the order. */
  public Operation {
    if (answered <= called) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s was answered at %d, but called at %d", input, answered, called));
    }
  }

  /** Creates an operation for which it is unknown whether it happened. */
  public static <I, O extends @Nullable Object> Operation<I, O> unknown(I input, long called) {
    return new Operation<>(input, null, called, NEVER);
  }

  /** Returns whether it was answered, so that it must have happened. */
  public boolean isAnswered() {
    return answered != NEVER;
  }

  boolean allows(@Nullable Object possible) {
    return !isAnswered() || Objects.equals(output, possible);
  }

  /** Returns the same operation without its answer. */
  Operation<I, O> forgotten() {
    return unknown(input, called);
  }

  @Override
  public String toString() {
    return input + (isAnswered() ? " -> " + output : " -> ?");
  }
}
