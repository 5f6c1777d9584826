package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages from the right ends of some queues: first in, first out, and with equal turns for
 * each queue.
 *
 * <p>Belongs to one thread, which calls {@link #take} in a loop and {@link #close} after it.
 * Nothing interrupts a take: with Redis, this would lose a message that was just popped.
 */
public interface QueueConsumer extends AutoCloseable {

  /**
   * Takes the messages that wait and those that come meanwhile, and passes each to the receiver at
   * once. It ends when there is no more room, in messages or in bytes, or when the time is over. It
   * may return earlier, but not before a message has come, if there was room for one.
   *
   * @param max the number of requests for which there is room, at least 1; a {@link Chunk} counts
   *     as several
   * @param wait the duration of the take, in whole seconds, at least 1; a transport may need a
   *     little longer
   * @param receiver receives the messages
   * @return the number of requests that the receiver received, 0 if none came
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the queues are out of reach; take
   *     again later to recover
   */
  int take(int max, Duration wait, Receiver receiver);

  /**
   * Checks whether the broker allows this node to take from the queues. Called before the first
   * take, if at all. It ignores an outage.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if it does not; the message names
   *     the missing right
   */
  default void check() {}

  /** Receives the messages of a take. */
  @FunctionalInterface
  interface Receiver {

    /**
     * Receives messages, at least one, in the order they were taken. Called by one thread at a
     * time, which may be the one that reads from the broker: must neither block nor throw.
     */
    void receive(List<Delivery> taken);

    /**
     * Returns whether {@link #receiveBetweenTakes} may accept a message of a queue. The transport
     * asks at the end of each take, because the next one may come late. If so, the transport waits
     * for a message; if not, the receiver calls {@link #listen} when it may, unless a take comes
     * before. A transport that passes no messages on between takes need not ask. For any thread.
     */
    default boolean receivesBetweenTakes(QueueName queue) {
      return false;
    }

    /**
     * Receives a message that has come while no take has room for it. For any thread, also while
     * another one calls {@link #receive}: must neither block nor throw.
     *
     * @return false if it is not accepted; it then goes back as the next to be taken, and the
     *     receiver calls {@link #listen} when it would accept one
     */
    default boolean receiveBetweenTakes(Delivery message) {
      return false;
    }

    /**
     * Returns the size of messages for which there is room now, in bytes; below 1 for none. A
     * message may be larger: the last one taken need not fit. If a broker does not tell the size of
     * messages in advance, a few more may come with it. For any thread.
     */
    default long bytesLeft() {
      return Long.MAX_VALUE;
    }

    /**
     * Returns the number of requests by which a {@link Chunk} may exceed the room that is left.
     * Otherwise the chunk is split, and its rest goes back. If there is no room at all, no chunk is
     * taken. For any thread.
     */
    default int spare() {
      return 0;
    }
  }

  /**
   * Ends the wait of a take that is under way or about to begin as soon as no message can be lost
   * by it; it may do nothing. For any thread.
   */
  default void wakeUp() {}

  /**
   * Waits for the next message of a queue, even if no take is under way: the receiver would now
   * accept one between takes. For any thread.
   */
  default void listen(QueueName queue) {}

  /**
   * Does the same for each queue of which the receiver would accept a message between takes. Call
   * it from a loop that has had no room for a take for a while: a wait may have failed meanwhile,
   * or may not have begun, because its queue was paused or new. For any thread.
   */
  default void listenToAll() {}

  /**
   * Takes from these queues from now on, and from no others. A wait for another queue that is under
   * way may still bring one message. It goes back as the next to be taken, if the take can be
   * undone. For any thread.
   *
   * @param queues at least one
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if the broker does not let this
   *     node take from a new one; it then takes from those that it took from before
   */
  void serve(List<QueueName> queues);

  /**
   * Stops taking from these queues until it is called again. A wait that is already under way may
   * still bring one message, which goes back as the next to be taken, if the take can be undone.
   * For any thread.
   *
   * @param queues all paused queues; others than its own are ignored
   */
  void pause(Set<QueueName> queues);

  /**
   * Returns how many commands have no answer. The holder holds the messages that they may have
   * taken, without knowing it. For any thread.
   */
  default long unanswered() {
    return 0;
  }

  /**
   * Returns a description of a queue from which it cannot take at present; null if there is none.
   * For any thread.
   */
  default @Nullable String trouble() {
    return null;
  }

  /** Ends the consumer. It takes nothing from then on. */
  @Override
  void close();
}
