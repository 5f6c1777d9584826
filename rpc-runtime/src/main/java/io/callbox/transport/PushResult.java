package io.callbox.transport;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of a push: the queue accepts the first messages, and refuses the rest for one reason.
 *
 * @param accepted the number of messages that the queue has accepted
 * @param refusal the reason why it refused the others; null if there are none
 */
public record PushResult(int accepted, @Nullable RpcException refusal) {

  /** The queue has accepted all messages. */
  public static final PushResult ALL = new PushResult(Integer.MAX_VALUE, null);

  private static final Duration RETRY_AFTER = Duration.ofMillis(100);

  /**
   * Returns the result if the queue accepts no message, because it has no provider. It says the
   * namespace, because the provider may use another.
   */
  public static PushResult unprovided(QueueName queue) {
    String namespace = Namespace.nameIn(queue);
    String where = namespace.isEmpty() ? "in no namespace" : "in the namespace " + namespace;
    String message = "nobody serves " + queue + " right now, " + where;
    return new PushResult(0, new RpcException(StatusCode.UNAVAILABLE, message));
  }

  /**
   * Returns the result if the queue accepts only some messages, because it is full.
   *
   * @param maxLength the maximum number of elements in the queue
   */
  public static PushResult full(QueueName queue, int accepted, int maxLength) {
    RpcException.Details details =
        new RpcException.Details(
            StatusCode.RESOURCE_EXHAUSTED, Executed.NO, true, null, RETRY_AFTER);
    String message = queue + " is full: " + maxLength + " elements wait";
    return new PushResult(accepted, new RpcException(details, message, null));
  }
}
