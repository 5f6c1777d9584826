package io.callbox.internal.client.push;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Withdraws a request. If a closed transport refuses at once, the result is a failed stage too. */
public final class Withdrawal {

  private Withdrawal() {}

  /**
   * Withdraws a request from its queue, if no worker has taken it: see {@link Transport#withdraw}.
   *
   * @param chunk the chunk in which it was pushed; null if it was pushed alone
   */
  public static CompletableFuture<Boolean> of(
      Transport transport, QueueName queue, RequestEnvelope request, @Nullable SentChunk chunk) {
    return chunk == null ? ofAlone(transport, queue, request) : chunk.withdraw(request);
  }

  /** Withdraws a request that is an element of its own. */
  static CompletableFuture<Boolean> ofAlone(
      Transport transport, QueueName queue, RequestEnvelope request) {
    byte[] element = request.bytes();
    return BrokerRequests.sent(() -> transport.withdraw(queue, element));
  }
}
