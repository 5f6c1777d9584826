package io.callbox.testkit.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a service, with where its call and its answer lie among those of all others.
 * Immutable.
 *
 * @param input what was asked
 * @param output what was answered; null also if nothing was
 * @param called when it was called: one number for each event of a history, in their order
 * @param answered when it was answered; {@link #NEVER} if nobody knows whether it happened: it may
 *     have at any time since its call, or may still
 * @param <I> the input
 * @param <O> the output
 */
public record Operation<I, O extends @Nullable Object>(
    I input, @Nullable O output, long called, long answered) {

  /** When an operation was answered that was not. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Checks the order. */
  public Operation {
    if (answered <= called) {
      throw new IllegalArgumentException(
          "%s was answered at %d, but called at %d".formatted(input, answered, called));
    }
  }

  /** An operation of which nobody knows whether it happened. */
  public static <I, O extends @Nullable Object> Operation<I, O> unknown(I input, long called) {
    return new Operation<>(input, null, called, NEVER);
  }

  /** Whether it was answered, so that it must have happened. */
  public boolean isAnswered() {
    return answered != NEVER;
  }

  boolean allows(@Nullable Object possible) {
    return !isAnswered() || Objects.equals(output, possible);
  }

  /** The same if nobody had heard of its answer. */
  Operation<I, O> forgotten() {
    return unknown(input, called);
  }

  @Override
  public String toString() {
    return input + (isAnswered() ? " -> " + output : " -> ?");
  }
}
