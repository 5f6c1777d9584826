package io.callbox.internal.concurrent;

import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.RpcException;
import io.callbox.transport.PushResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A push of a {@link PushLane} that has been started. Its end races with the return of the call
 * that has started it: the later of the two goes on, and then knows the result.
 *
 * @param <M> the message
 */
final class StartedPush<M extends PushBatcher.Message> {

  private static final Logger LOG = LoggerFactory.getLogger(StartedPush.class);

  final List<M> batch;

  private final AtomicBoolean oneCame = new AtomicBoolean();

  /** Written before the end is noted. */
  private @Nullable PushResult admitted;

  private @Nullable Throwable failure;

  StartedPush(List<M> batch) {
    this.batch = batch;
  }

  /** Notes its end. Returns whether the call that has started it has returned before. */
  boolean end(@Nullable PushResult said, @Nullable Throwable broken) {
    admitted = said;
    failure = broken;
    return !oneCame.compareAndSet(false, true);
  }

  /**
   * Notes that the call that has started it has returned. Returns whether the push has ended
   * before.
   */
  boolean hasEndedAtOnce() {
    return !oneCame.compareAndSet(false, true);
  }

  /** Gives the result to all messages, and then tells the target that they have it. */
  void tell(PushBatcher.Target<?, M> target) {
    int held = accepted();
    Throwable reason = held == batch.size() ? null : reason();
    for (int index = 0; index < batch.size(); index++) {
      tell(batch.get(index), index < held ? null : reason);
    }
    try {
      target.received(batch);
    } catch (RuntimeException | Error mistake) {
      LOG.error("what follows a push failed", mistake);
    }
  }

  /** Returns how many messages the destination has accepted. */
  private int accepted() {
    if (admitted == null) {
      return 0;
    }
    return admitted.refusal() == null ? batch.size() : Math.min(batch.size(), admitted.accepted());
  }

  /** Returns the reason why the destination has not accepted the others, or why this is unknown. */
  private Throwable reason() {
    RpcException refusal = admitted == null ? null : admitted.refusal();
    if (refusal != null) {
      return refusal;
    }
    return failure == null
        ? new IllegalStateException("pushed without an outcome")
        : StageFailure.cause(failure);
  }

  /** Gives the result to one message. If this fails, the other messages still receive it. */
  private void tell(M message, @Nullable Throwable reason) {
    try {
      if (reason == null) {
        message.pushed();
      } else {
        message.notPushed(reason);
      }
    } catch (RuntimeException | Error mistake) {
      LOG.error("the reaction to a push failed", mistake);
    }
  }
}
