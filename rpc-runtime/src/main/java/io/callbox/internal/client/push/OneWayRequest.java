package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import org.jspecify.annotations.Nullable;

/** A request that has no reply: its sender only learns that the queue has accepted it. */
final class OneWayRequest extends PushBatcher.Awaited implements OutgoingRequest {

  private final RequestEnvelope request;

  OneWayRequest(byte[] request) {
    this.request = RequestEnvelope.of(request);
  }

  @Override
  public RequestEnvelope request() {
    return request;
  }

  @Override
  public boolean isAnswered() {
    return false;
  }

  /** Does nothing: this request is never withdrawn. */
  @Override
  public void leaves(QueueName queue, @Nullable SentChunk chunk) {}
}
