package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages by queue: the one seam between Callbox and what carries its messages.
 *
 * <p>Nothing here blocks but {@link QueueConsumer#take}. Stages complete on a thread of the
 * transport's, which must not be blocked. A stage that fails does so with an {@link
 * io.callbox.rpc.RpcException} {@code UNAVAILABLE}: whether it had its effect is then unknown.
 *
 * <p>Safe for use by many threads. Whoever made a transport closes it, after the nodes that use it.
 */
public interface Transport extends AutoCloseable {

  /** Puts requests into a queue, in their order, as far as the queue accepts them. */
  CompletionStage<PushResult> push(QueueName queue, List<byte[]> messages, PushOptions admission);

  /**
   * Takes a request back that nobody has taken yet.
   *
   * @return whether it was still there and nobody had ever taken it, and so has not run and never
   *     will; one that a dead worker had taken and that was put back is removed, but may have run
   */
  CompletionStage<Boolean> withdraw(QueueName queue, byte[] message);

  /**
   * Puts a message in the place of another that nobody has taken yet.
   *
   * @param instead what to put there; null for nothing
   * @return whether the other was still there, and so has not been taken and never will be
   */
  CompletionStage<Boolean> replace(QueueName queue, byte[] message, byte @Nullable [] instead);

  /** How many requests had better be pushed as one {@link Chunk}; 1 for no chunks. */
  default int mostTogether() {
    return 1;
  }

  /** What waits in a queue. */
  CompletionStage<Backlog> backlog(QueueName queue);

  /**
   * The messages that are taken next from a queue, the next one first; takes none.
   *
   * @param messages how many at most
   * @param bytes how many bytes at most, and one message more
   */
  CompletionStage<List<byte[]>> waiting(QueueName queue, int messages, int bytes);

  /**
   * Acknowledges requests and puts their responses into a queue, those to requests that nobody
   * holds in their order, the others in any, and makes sure that the queue lives for at least
   * {@code keep} from now; one that lives longer keeps doing so. A response whose request is no
   * longer held is dropped: somebody else has answered it.
   *
   * @return how many responses were put
   */
  CompletionStage<Integer> reply(QueueName queue, List<ReplyMessage> answers, Duration keep);

  /** Acknowledges requests that have no response. All are held by the same worker. */
  CompletionStage<@Nullable Void> acknowledge(QueueName taken, List<Delivery> requests);

  /** Starts taking from these queues. Taking is the acknowledgment. */
  QueueConsumer consume(List<QueueName> queues);

  /** Starts taking from these queues. The worker holds what it takes until it is acknowledged. */
  QueueConsumer consume(List<QueueName> queues, Worker holder);

  /** Tells all who listen. A hint: it may be lost, and nobody may be listening. */
  void signal(QueueName channel, byte[] message);

  /**
   * Listens to signals, on a thread of the transport's, which must not be blocked.
   *
   * @return ends the listening
   */
  Listening listen(QueueName channel, Listener listener);

  /** Who consumes which queue, and what becomes of their requests when they die. */
  LeaseStore leases();

  /** The requests that were given up on. */
  DeadLetterStore deadLetters();

  /** Which nodes there are in a namespace, and what they say of themselves. */
  NodeStore members(Namespace namespace);

  /** The records of the durable calls in a namespace's queues. */
  CallStore calls(Namespace namespace);

  /**
   * How often it has sent its broker a command since it was made, for all that use it; 0 where
   * there is no broker to send to.
   */
  default long commandsSent() {
    return 0;
  }

  /** Why the broker cannot be expected to answer now; null if it can, as far as is known. */
  default @Nullable String trouble() {
    return null;
  }

  /** The clock of this transport's broker. */
  BrokerClock clock();

  /** Gives back what the transport owns. Never throws, and returns within a few seconds. */
  @Override
  void close();

  /** Hears signals. */
  @FunctionalInterface
  interface Listener {

    /** A signal has arrived. */
    void signalled(byte[] message);
  }

  /** Ends what {@link #listen} began. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {

    @Override
    void close();
  }
}
