package io.callbox.internal.lease;

/** The card of a node that has been there for long; a test says what its renewal brings. */
@FunctionalInterface
public interface SteadyCard extends NodeCard {

  @Override
  default void start() {}

  @Override
  default boolean isSteady() {
    return true;
  }
}
