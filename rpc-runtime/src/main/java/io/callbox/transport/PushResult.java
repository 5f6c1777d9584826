package io.callbox.transport;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a queue said to a push: it accepts from the first on, and refuses the rest for one reason.
 *
 * @param accepted how many messages the queue holds now
 * @param refusal why it refused the others; null if there are none
 */
public record PushResult(int accepted, @Nullable RpcException refusal) {

  /** All that was pushed is held. */
  public static final PushResult ALL = new PushResult(Integer.MAX_VALUE, null);

  private static final Duration RETRY_AFTER = Duration.ofMillis(100);

  /** Nothing is held: nobody consumes the queue. */
  public static PushResult unprovided(QueueName queue) {
    return new PushResult(
        0, new RpcException(StatusCode.UNAVAILABLE, "nobody serves " + queue + " right now"));
  }

  /** Only some are held: the queue is full. */
  public static PushResult full(QueueName queue, int accepted, int maxLength) {
    RpcException.Details details =
        new RpcException.Details(
            StatusCode.RESOURCE_EXHAUSTED, Executed.NO, true, null, RETRY_AFTER);
    String message = queue + " is full: " + maxLength + " requests wait";
    return new PushResult(accepted, new RpcException(details, message, null));
  }
}
