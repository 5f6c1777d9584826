package io.callbox.registry;

/** Ends what {@link NodeRegistry#listen} began. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  /** Ends it. A call of the listener that is under way goes on. Does nothing the second time. */
  @Override
  void close();
}
