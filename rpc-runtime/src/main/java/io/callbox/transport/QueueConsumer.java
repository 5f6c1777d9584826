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
   * Takes the messages that wait and that come, and hands each over at once. It ends when there is
   * no more room, in messages or in bytes, or when the time is over. It may return earlier, but not
   * before a message has come, if there was room for one.
   *
   * @param max the number of requests for which there is room, at least 1; a {@link Chunk} counts
   *     as several
   * @param wait how long to take, in whole seconds, at least 1; a transport may need a little
   *     longer
   * @param receiver receives the messages
   * @return how many requests were handed over, 0 if none came
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the queues are out of reach; take
   *     again later to recover
   */
  int take(int max, Duration wait, Receiver receiver);

  /**
   * Checks whether the broker allows this node to take from the queues. Called before the first
   * take, if at all. It ignores an outage.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if it does not; the message says
   *     what is missing
   */
  default void check() {}

  /** Whom messages are handed to. */
  @FunctionalInterface
  interface Receiver {

    /**
     * Receives messages, at least one, in the order they were taken. Called by one thread at a
     * time, which may be the one that reads from the broker: must neither block nor throw.
     */
    void receive(List<Delivery> taken);

    /**
     * Returns whether {@link #receiveBetweenTakes} may accept a message of a queue. To be asked at
     * the end of each take, as the next one may be long in coming: if so, the transport waits for a
     * message; if not, {@link #listen} says when, unless a take comes before. A transport that
     * cannot hand messages over between takes need not ask. For any thread.
     */
    default boolean receivesBetweenTakes(QueueName queue) {
      return false;
    }

    /**
     * Receives a message that has come while no take has room for it. For any thread, also while
     * another one calls {@link #receive}: must neither block nor throw.
     *
     * @return false if it is not accepted, and goes back as the next to be taken; {@link #listen}
     *     then says when one would be
     */
    default boolean receiveBetweenTakes(Delivery message) {
      return false;
    }

    /**
     * How many bytes of messages there is room for now; below 1 for none. A message may be larger
     * than that: the last one taken need not fit, and where a broker does not say how large
     * messages are before it gives them, a few more come with it. For any thread.
     */
    default long bytesLeft() {
      return Long.MAX_VALUE;
    }

    /**
     * By how many requests a {@link Chunk} may exceed the room that is left: else it is taken
     * apart, and its rest goes back. Not more than none is taken where there is no room at all. For
     * any thread.
     */
    default int spare() {
      return 0;
    }
  }

  /**
   * Ends the wait of a take that is under way or about to begin as soon as that loses nothing; it
   * may do nothing. For any thread.
   */
  default void wakeUp() {}

  /**
   * Waits for the next message of a queue, whether a take is under way or not: the receiver would
   * accept one between takes, which it did not before. For any thread.
   */
  default void listen(QueueName queue) {}

  /**
   * The same of each queue of which the receiver would accept a message between takes. For a loop
   * that has had no room for a take for a while: a wait may have failed meanwhile, or not have
   * begun, as its queue was paused or not yet taken from. For any thread.
   */
  default void listenToAll() {}

  /**
   * Takes from these queues from now on, and from no others. Of a wait for another that is under
   * way already, one message may still come, which goes back to be taken next if its taking can be
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
   * @param queues all that are paused; those it does not take from do not matter
   */
  void pause(Set<QueueName> queues);

  /**
   * Returns how many commands have no answer. The holder holds the messages that they may have
   * taken, without knowing it. For any thread.
   */
  default long unanswered() {
    return 0;
  }

  /** Which of its queues it cannot take from at present; null if there is none. For any thread. */
  default @Nullable String trouble() {
    return null;
  }

  /** Ends the consumer. Nothing is taken from then on. */
  @Override
  void close();
}
