package io.callbox.transport;

import java.time.Duration;
import java.util.List;

/**
 * Takes messages from the right ends of some queues: first in, first out, and fair between queues.
 *
 * <p>Belongs to one thread, which calls {@link #take} in a loop and {@link #close} after it. A take
 * is never interrupted: with Redis, that would lose what had just been popped.
 */
public interface Consumer extends AutoCloseable {

  /**
   * Takes what is there, waiting for the first message.
   *
   * @param max how many messages there is room for, at least 1
   * @param wait how long to wait for the first, in whole seconds, at least 1
   * @return the messages, empty if none came
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the queues are out of reach; taking
   *     again later is how to recover
   */
  List<Delivery> take(int max, Duration wait);

  /**
   * Ends the wait of a take that is under way or about to begin, if that loses nothing; it may do
   * nothing. The one method for any thread.
   */
  default void wakeUp() {}

  /** Ends the consumer. Nothing is taken from then on. */
  @Override
  void close();
}
