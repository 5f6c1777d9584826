package io.callbox.processor.model;

import java.util.Optional;

/** What a method gives back, and when. */
public sealed interface ReturnShape {

  /** The result, unless there is none. */
  default Optional<TypeShape> result() {
    return Optional.empty();
  }

  /** {@code void}: the caller waits, and gets nothing. */
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
   * @param result what completes it; empty for {@code Void}
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
