package io.callbox.internal.server;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.wire.Batch;
import io.callbox.internal.wire.CreditMessage;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.Slice;
import io.callbox.log.Printable;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the oldest waiting requests of a server's queues, and reports those that it cannot
 * serve. They may come from callers with another version of its contracts, because requests can
 * wait longer than a deployment takes. Takes none. Looks at a bounded number of requests and bytes.
 */
final class WaitingMisfits {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingMisfits.class);
  private static final int MOST_ELEMENTS = 32;
  private static final int MOST_BYTES = 1 << 20;

  private final Transport transport;
  private final ServiceTable services;

  WaitingMisfits(Transport transport, ServiceTable services) {
    this.transport = transport;
    this.services = services;
  }

  /**
   * Returns the problems of waiting requests in these queues, one sentence for each method and
   * queue.
   *
   * @throws io.callbox.rpc.RpcException if the broker does not answer
   */
  List<String> misfits(List<QueueName> queues) {
    List<String> sentences = new ArrayList<>();
    for (QueueName queue : queues) {
      Map<String, String> byMethod = new LinkedHashMap<>();
      for (byte[] element : waiting(queue)) {
        requestsOf(Slice.of(element)).forEach(each -> look(each, queue, byMethod));
      }
      byMethod.forEach(
          (method, problem) ->
              sentences.add(
                  "a request for "
                      + Printable.of(method)
                      + (" waits in " + queue + ": ")
                      + problem));
    }
    return sentences;
  }

  private List<byte[]> waiting(QueueName queue) {
    return BrokerRequests.await(
        () -> transport.waiting(queue, MOST_ELEMENTS, MOST_BYTES),
        BrokerRequests.BOUND,
        "what waits in " + queue + " is not known");
  }

  private static List<Slice> requestsOf(Slice element) {
    try {
      return element.isArray() ? Batch.split(element) : List.of(element);
    } catch (IOException broken) {
      return List.of();
    }
  }

  /**
   * Ignores messages that are not requests; they get their answer in their turn. Grants of readers
   * whose streams ended with an earlier node of this id are for no method.
   */
  private void look(Slice message, QueueName queue, Map<String, String> byMethod) {
    try (RequestReader reader = new RequestReader(message)) {
      reader.readHead();
      String method = reader.head().method();
      ServiceTable.Entry entry = services.known(method, queue);
      if (entry == null && !method.equals(CreditMessage.METHOD)) {
        byMethod.putIfAbsent(method, "this version has no such method");
      } else if (entry != null) {
        read(entry, reader, byMethod);
      }
    } catch (IOException broken) {
      LOG.debug("what waits in {} is no request: {}", queue, Printable.of(broken.getMessage()));
    }
  }

  private static void read(
      ServiceTable.Entry entry, RequestReader reader, Map<String, String> byMethod) {
    try {
      entry.reader().read(reader.params());
    } catch (IOException | RuntimeException misfit) {
      byMethod.putIfAbsent(
          entry.method().fullName(), Failures.misfit(entry.method(), misfit).message());
    }
  }
}
