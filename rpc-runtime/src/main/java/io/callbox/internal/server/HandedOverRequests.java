package io.callbox.internal.server;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.HandOverMark;
import io.callbox.log.MessageLog;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts requests that were handed over to a dead or closed node back into the queues from which they
 * came. Requests that callers sent to the node itself stay in its inbox until it returns. Safe for
 * use by many threads. Waits for the broker for at most some seconds in each step.
 */
final class HandedOverRequests {

  private static final Logger LOG = LoggerFactory.getLogger(HandedOverRequests.class);
  private static final MessageLog LEFT =
      MessageLog.of(LOG, "{} keeps requests that were handed over to it: {}");
  private static final int MOST = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private final ServerSettings settings;
  private final Transport transport;

  HandedOverRequests(ServerSettings settings, Transport transport) {
    this.settings = settings;
    this.transport = transport;
  }

  /** Removes such requests from an inbox without a provider. Returns whether none is left. */
  boolean putBack(QueueName inbox) {
    try {
      boolean more = true;
      while (more) {
        List<byte[]> waiting = answer(() -> transport.waiting(inbox, MOST, MOST_BYTES));
        more = waiting.stream().filter(message -> isPutBack(inbox, message)).count() > 0;
      }
      return true;
    } catch (RpcException unavailable) {
      LEFT.warn(inbox, unavailable.getMessage());
      return false;
    }
  }

  /**
   * Guard against race with a node with this id that starts: it serves the requests that it has
   * taken.
   */
  private boolean isPutBack(QueueName inbox, byte[] message) {
    byte[] request = HandOverMark.unmarked(message);
    String service = request == null ? null : HandOverMark.serviceOf(message);
    return request != null
        && service != null
        && answer(
            () -> transport.move(inbox, message, settings.namespace().service(service), request));
  }

  private static <T> T answer(Supplier<CompletionStage<T>> request) {
    return BrokerRequests.await(request, BrokerRequests.BOUND, "putting requests back");
  }
}
