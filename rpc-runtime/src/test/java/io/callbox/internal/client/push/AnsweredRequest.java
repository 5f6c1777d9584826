package io.callbox.internal.client.push;

import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import org.jspecify.annotations.Nullable;

/** A request of no bytes whose caller waits for an answer, and which ignores how its push ends. */
final class AnsweredRequest implements OutgoingRequest {

  @Override
  public RequestEnvelope request() {
    return RequestEnvelope.of(new byte[0]);
  }

  @Override
  public int bytes() {
    return 0;
  }

  @Override
  public void leaves(QueueName queue, @Nullable SentChunk chunk) {}

  @Override
  public boolean isAnswered() {
    return true;
  }

  @Override
  public void pushed() {}

  @Override
  public void notPushed(Throwable reason) {}
}
