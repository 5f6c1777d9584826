package io.callbox.registry;

/** Ends the notifications that {@link NodeRegistry#listen} has started. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  /**
   * Ends the notifications. A call of the listener that is under way continues. A second call has
   * no effect.
   */
  @Override
  void close();
}
