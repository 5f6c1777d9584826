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
 * Takes apart what a dead worker held: puts the members of a batch in its place, each a request of
 * its own that is answered where the batch would have been.
 *
 * @param leases puts them there
 * @param namespace tells which reply list has an id's name
 * @param serving tells where batches are answered
 */
record BatchSplit(LeaseStore leases, Namespace namespace, ServingSide serving) {

  /**
   * The requests in one element of a dead worker's list, which are held from now on.
   *
   * @param held the element: a request, or a batch
   * @return itself if it is no batch, or none that can be read; empty if it is no longer held
   * @throws io.callbox.rpc.RpcException if the broker does not do it
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
    PartialRequest place = serving.placeOf(batch);
    if (place.replyTo() != null) {
      return place.replyTo();
    }
    RequestId id = place.id() == null ? RequestId.NULL : place.id();
    QueueName byId = namespace.reply(dead.node(), id.text());
    return byId.key();
  }
}
