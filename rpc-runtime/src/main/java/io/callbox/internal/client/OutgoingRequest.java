package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import org.jspecify.annotations.Nullable;

/** A request on its way to its queue, alone or in a chunk. Safe for use by many threads. */
abstract class OutgoingRequest implements PushBatcher.Message {

  final RequestEnvelope request;

  /** The chunk of its last push; null if it was pushed alone. Set before the push. */
  volatile @Nullable SentChunk chunk;

  /** The queue of its last push; null before. Set before the push. */
  volatile @Nullable QueueName sentTo;

  OutgoingRequest(RequestEnvelope request) {
    this.request = request;
  }

  /** Returns whether its reply list accepts several responses as one element. */
  abstract boolean isAnswered();

  @Override
  public final int bytes() {
    return request.length();
  }
}
