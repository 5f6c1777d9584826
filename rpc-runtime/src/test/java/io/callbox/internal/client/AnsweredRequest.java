package io.callbox.internal.client;

import io.callbox.internal.wire.RequestEnvelope;

/** A request of no bytes whose caller waits for an answer, and which ignores how its push ends. */
final class AnsweredRequest extends OutgoingRequest {

  AnsweredRequest() {
    super(RequestEnvelope.of(new byte[0]));
  }

  @Override
  boolean isAnswered() {
    return true;
  }

  @Override
  public void pushed() {}

  @Override
  public void notPushed(Throwable reason) {}
}
