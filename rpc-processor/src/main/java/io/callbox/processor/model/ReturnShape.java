package io.callbox.processor.model;

import java.util.Optional;

/** The kind of result of a method. */
public sealed interface ReturnShape {

  /** The result, unless there is none. */
  default Optional<TypeShape> result() {
    return Optional.empty();
  }

  /** {@code void}: the caller waits for the end of the call. */
  record Nothing() implements ReturnShape {}

  /** {@code void} without a reply: the caller does not wait. */
  record OneWay() implements ReturnShape {}

  /**
   * The caller waits for a value.
   *
   * @param shape its type
   */
  record Value(TypeShape shape) implements ReturnShape {

    @Override
    public Optional<TypeShape> result() {
      return Optional.of(shape);
    }
  }

  /**
   * A {@code CompletableFuture}: neither side waits.
   *
   * @param result the type of its value; empty for {@code Void}
   */
  record Future(Optional<TypeShape> result) implements ReturnShape {}

  /**
   * Many values, one after the other.
   *
   * @param item the type of each
   * @param pulled whether the caller waits for each: a {@code Stream}, not a {@code Flow.Publisher}
   */
  record Items(TypeShape item, boolean pulled) implements ReturnShape {

    @Override
    public Optional<TypeShape> result() {
      return Optional.of(item);
    }
  }
}
