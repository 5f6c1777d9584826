package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import org.jspecify.annotations.Nullable;

/** A request on its way to its queue, alone or in a chunk. Safe for use by many threads. */
public interface OutgoingRequest extends PushBatcher.Message {

  RequestEnvelope request();

  @Override
  default int bytes() {
    return request().length();
  }

  /** Returns whether its reply list accepts several responses as one element. */
  boolean isAnswered();

  /**
   * Notes that it is about to be pushed.
   *
   * @param chunk the chunk in which it is; null if it is alone
   */
  void leaves(QueueName queue, @Nullable SentChunk chunk);
}
