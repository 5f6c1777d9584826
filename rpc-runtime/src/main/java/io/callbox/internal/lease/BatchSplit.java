package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.Batch;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.Readdressed;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.transport.Delivery;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a batch of a dead worker: replaces it by its members. Each member is then a separate
 * request, which is answered on the reply list of the batch.
 *
 * @param leases replaces the batch
 * @param namespace knows the reply list of an id
 * @param serving knows the reply lists of batches
 */
record BatchSplit(LeaseStore leases, Namespace namespace, ServingSide serving) {

  /**
   * Returns the requests in one element of a dead worker's list; this worker holds them from now
   * on.
   *
   * @param held the element: a request, or a batch
   * @return the element itself if it is not a readable batch; empty if it is no longer held
   * @throws io.callbox.rpc.RpcException if the broker fails
   */
  List<Delivery> requestsOf(Delivery held, Worker dead) {
    Slice message = Slice.of(held.message());
    if (!message.isArray()) {
      return List.of(held);
    }
    List<Slice> members;
    try {
      members = Batch.split(message);
    } catch (IOException unreadable) {
      return List.of(held);
    }
    String replyTo = replyTo(message, dead);
    List<byte[]> requests = new ArrayList<>();
    members.forEach(member -> requests.add(Readdressed.of(member, replyTo)));
    return BrokerRequests.await(
        () -> leases.split(held, requests), BrokerRequests.BOUND, "a batch is not split");
  }

  private String replyTo(Slice batch, Worker dead) {
    PartialRequest address = serving.addressOf(batch);
    if (address.replyTo() != null) {
      return address.replyTo();
    }
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    QueueName byId = namespace.reply(dead.node(), id.text());
    return byId.key();
  }
}
