package io.callbox.internal.client;

import io.callbox.internal.wire.RequestEnvelope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request that has no reply: its sender only learns that the queue has accepted it. */
final class OneWayRequest extends OutgoingRequest {

  final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

  OneWayRequest(byte[] request) {
    super(RequestEnvelope.of(request));
  }

  @Override
  boolean isAnswered() {
    return false;
  }

  @Override
  public void pushed() {
    end.complete(null);
  }

  @Override
  public void notPushed(Throwable reason) {
    end.completeExceptionally(reason);
  }
}
