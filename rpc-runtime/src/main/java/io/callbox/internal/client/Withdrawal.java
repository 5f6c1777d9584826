package io.callbox.internal.client;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.concurrent.CompletableFuture;

/** Withdraws a request. If a closed transport refuses at once, the result is a failed stage too. */
final class Withdrawal {

  private Withdrawal() {}

  static CompletableFuture<Boolean> of(Transport transport, QueueName queue, PendingCall call) {
    SentChunk chunk = call.chunk;
    return chunk == null
        ? of(transport, queue, call.request().bytes())
        : chunk.withdraw(call.request());
  }

  static CompletableFuture<Boolean> of(Transport transport, QueueName queue, byte[] request) {
    return BrokerRequests.sent(() -> transport.withdraw(queue, request));
  }
}
