package io.callbox.node;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.inspect.ShownRequest;
import io.callbox.transport.Chunk;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits in a queue. Immutable. Its caller has written all components except {@code
 * waiting}: escape them before you show them.
 *
 * @param method {@code Service.method}; empty if the request does not say
 * @param caller the node that calls; null if the request does not say
 * @param waiting the time since it was sent; zero if the request does not say
 * @param request the request, usually JSON, without the secrets of its id and its reply list
 */
public record WaitingRequest(
    String method, @Nullable String caller, Duration waiting, String request) {

  /**
   * Reads the waiting requests of some queues; from several queues, those first that have waited
   * longest.
   */
  static List<WaitingRequest> of(Transport transport, List<QueueName> queues, int most) {
    if (queues.size() == 1) {
      return of(transport, queues.get(0), most);
    }
    return queues.stream()
        .flatMap(queue -> of(transport, queue, most).stream())
        .sorted(Comparator.comparing(WaitingRequest::waiting).reversed())
        .limit(most)
        .toList();
  }

  private static List<WaitingRequest> of(Transport transport, QueueName queue, int most) {
    List<byte[]> elements =
        BrokerRequests.await(
            () -> transport.waiting(queue, Math.min(most, Portion.MESSAGES), Portion.BYTES),
            BrokerRequests.BOUND,
            "no word of " + queue);
    List<WaitingRequest> waiting = new ArrayList<>();
    long now = transport.clock().millis();
    for (byte[] element : elements) {
      int[] bounds = Chunk.boundsOfRequests(element);
      List<byte[]> requests = bounds == null ? List.of(element) : Chunk.members(element, bounds);
      requests.forEach(each -> waiting.add(of(each, now)));
    }
    return List.copyOf(waiting.subList(0, Math.min(most, waiting.size())));
  }

  private static WaitingRequest of(byte[] message, long nowMillis) {
    ShownRequest shown = ShownRequest.of(message);
    long waiting = shown.sentAt() == 0 ? 0 : Math.max(0, nowMillis - shown.sentAt());
    return new WaitingRequest(
        shown.method(), shown.caller(), Duration.ofMillis(waiting), shown.text());
  }
}
