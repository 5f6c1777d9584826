package io.callbox.transport;

import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages through queues: the only interface between Callbox and the broker of its messages.
 *
 * <p>Only {@link QueueConsumer#take} blocks. Stages complete on a thread of the transport, which
 * must not be blocked. A stage fails with an {@link io.callbox.rpc.RpcException} {@code
 * UNAVAILABLE}; it is then unknown whether the step had its effect.
 *
 * <p>Safe for use by many threads. The code that created a transport closes it, after the nodes
 * that use it.
 */
public interface Transport extends AutoCloseable {

  /** Pushes requests to a queue, in their order, as far as the queue accepts them. */
  CompletionStage<PushResult> push(QueueName queue, List<byte[]> messages, PushOptions admission);

  /** Does the same for elements whose bytes are not joined yet. */
  default CompletionStage<PushResult> pushElements(
      QueueName queue, List<Element> elements, PushOptions admission) {
    return push(queue, elements.stream().map(Element::bytes).toList(), admission);
  }

  /**
   * Withdraws a request that no worker has taken yet.
   *
   * @return true if the request was still there and no worker had ever taken it, so that it has not
   *     run and never will. A request that a dead worker had taken and that was put back is removed
   *     too, but may have run: false
   */
  CompletionStage<Boolean> withdraw(QueueName queue, byte[] message);

  /**
   * Replaces a message that no worker has taken yet.
   *
   * @param instead the new message; null to remove the old one
   * @return whether the old message was still there, so that no worker has taken it or ever will
   */
  CompletionStage<Boolean> replace(QueueName queue, byte[] message, byte @Nullable [] instead);

  /**
   * Moves a message that no worker has taken yet to another queue, whether that has room or not. A
   * message that the other queue refuses stays where it is. If a dead worker had taken the message
   * before, this stays known, if the broker can move both in one step.
   *
   * @param moved the message as it is put
   * @return whether the message was still there
   */
  CompletionStage<Boolean> move(QueueName queue, byte[] message, QueueName other, byte[] moved);

  /** Returns the maximum number of requests in one {@link Chunk}; 1 for no chunks. */
  default int mostTogether() {
    return 1;
  }

  /** Returns the messages that wait in a queue. */
  CompletionStage<Backlog> backlog(QueueName queue);

  /**
   * Returns the messages that workers take next from a queue, in this order; takes none.
   *
   * @param messages the maximum number
   * @param bytes the number of bytes after which no further message follows
   */
  default CompletionStage<List<byte[]>> waiting(QueueName queue, int messages, int bytes) {
    return waiting(queue, 0, messages, bytes);
  }

  /**
   * Returns messages that wait in a queue, the oldest first.
   *
   * @param from how many of the oldest to skip
   * @param messages the maximum number
   * @param bytes the number of bytes after which no further message follows
   */
  CompletionStage<List<byte[]>> waiting(QueueName queue, int from, int messages, int bytes);

  /**
   * Acknowledges requests and pushes their responses to a queue. Responses to requests that no
   * worker holds keep their order; the others may come in any order. The queue then lives for at
   * least {@code keep} from now; a longer life stays. A response whose request the worker no longer
   * holds is dropped, because another worker has taken it over.
   *
   * @return how many responses were pushed
   */
  CompletionStage<Integer> reply(QueueName queue, List<ReplyMessage> answers, Duration keep);

  /**
   * Returns whether a response and the acknowledgment of its request are two steps, of which one
   * may be delayed while the other is not. A sender of many responses to one place should then
   * separate them.
   */
  default boolean acknowledgesApart() {
    return false;
  }

  /** Acknowledges requests that have no response. The same worker holds all of them. */
  CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests);

  /** Starts taking from these queues. Taking a message acknowledges it. */
  QueueConsumer consume(List<QueueName> queues);

  /**
   * Starts taking from these queues. The worker holds each request that it takes until the request
   * is acknowledged.
   */
  QueueConsumer consume(List<QueueName> queues, Worker holder);

  /**
   * Publishes a signal to all listeners. It is a hint: it may be lost, and there may be no
   * listeners.
   */
  void signal(QueueName channel, byte[] message);

  /**
   * Publishes a signal to all listeners, and waits until the broker has it, some seconds at most.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if the broker does not let this
   *     node signal there; the message names the missing right. An outage is ignored
   */
  default void announce(QueueName channel, byte[] message) {
    signal(channel, message);
  }

  /**
   * Listens to signals, on a thread of the transport, which must not be blocked. Waits until the
   * listening has begun.
   *
   * @return ends the listening
   * @throws RpcException if the broker does not let this node listen. On Redis, this takes some
   *     seconds, and the code is {@code UNAVAILABLE}
   */
  Listening listen(QueueName channel, Listener listener);

  /**
   * Begins to listen to signals, without blocking the calling thread.
   *
   * @return completes with what ends the listening once signals arrive; fails with an {@link
   *     RpcException} if the broker does not let this node listen. On Redis, this takes some
   *     seconds, and the code is {@code UNAVAILABLE}
   */
  default CompletionStage<Listening> listenAsync(QueueName channel, Listener listener) {
    try {
      return CompletableFuture.completedFuture(listen(channel, listener));
    } catch (RpcException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** The leases on queues, and the requests of workers that died. */
  LeaseStore leases();

  /** The requests that were given up on. */
  DeadLetterStore deadLetters();

  /** The nodes of a namespace and their cards. */
  NodeStore members(Namespace namespace);

  /** The records of the durable calls in a namespace's queues. */
  CallStore calls(Namespace namespace);

  /**
   * Returns the number of commands that this transport has sent to its broker since it was created,
   * for all its users; 0 if there is no broker.
   */
  default long commandsSent() {
    return 0;
  }

  /** Returns the reason why the broker probably cannot answer now; null if no reason is known. */
  default @Nullable String trouble() {
    return null;
  }

  /** The clock of this transport's broker. */
  BrokerClock clock();

  /** Releases the resources of the transport. Never throws, and returns within a few seconds. */
  @Override
  void close();

  /** Receives signals. */
  @FunctionalInterface
  interface Listener {

    /** Handles a signal. */
    void signalled(byte[] message);
  }

  /** Ends what {@link #listen} began. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {

    @Override
    void close();
  }
}
