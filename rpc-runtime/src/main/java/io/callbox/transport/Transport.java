package io.callbox.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages by queue: the one seam between Callbox and what carries its messages.
 *
 * <p>Nothing here blocks but {@link Consumer#take}. Stages complete on a thread of the transport's,
 * which must not be blocked. A stage that fails does so with an {@link io.callbox.rpc.RpcException}
 * {@code UNAVAILABLE}: whether the messages arrived is then unknown.
 *
 * <p>Safe for use by many threads. Whoever made a transport closes it, after the nodes that use it.
 */
public interface Transport extends AutoCloseable {

  /** Puts requests into a queue, all or none, in their order. */
  CompletionStage<@Nullable Void> push(QueueName queue, List<byte[]> messages);

  /**
   * Puts replies into a queue, in their order, and makes sure in the same step that the queue lives
   * for at least {@code keep} from now. A queue that lives longer already keeps doing so.
   */
  CompletionStage<@Nullable Void> reply(QueueName queue, List<byte[]> messages, Duration keep);

  /** Starts taking messages from these queues. */
  Consumer consume(List<QueueName> queues);

  /** The clock of this transport's broker. */
  BrokerClock clock();

  /** Gives back what the transport owns. Never throws, and returns within a few seconds. */
  @Override
  void close();
}
