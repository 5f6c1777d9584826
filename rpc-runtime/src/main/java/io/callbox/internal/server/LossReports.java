package io.callbox.internal.server;

import io.callbox.internal.lease.ServingSide;
import io.callbox.internal.server.reply.BatchAddress;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.PartialRequest;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's part in handling the requests of a dead worker: it knows their methods, and answers
 * their callers. Safe for use by many threads.
 *
 * @param namespace knows to which reply lists a server may push
 * @param services the served services
 * @param replies answers callers
 * @param handedOver puts requests back that other nodes handed over to a dead node
 */
record LossReports(
    Namespace namespace,
    ServiceTable services,
    ResponseSender replies,
    HandedOverRequests handedOver)
    implements ServingSide {

  /** The maximum number of portions in one beat, so that the next beat is not late. */
  private static final int PORTIONS_TO_A_BEAT = 4;

  @Override
  public @Nullable MethodDescriptor<?> methodOf(String name, QueueName queue) {
    ServiceTable.Entry known = services.known(name, queue);
    return known == null ? null : known.method();
  }

  @Override
  public PartialRequest addressOf(Slice batch) {
    ResponseSink.Address address = BatchAddress.of(batch, namespace);
    return new PartialRequest(address.id(), "", address.replyTo(), address.from());
  }

  @Override
  public CompletableFuture<@Nullable Void> fail(
      Delivery request, PartialRequest address, ErrorBody error) {
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    return replies.send(ResponseSink.Address.of(address), Failures.written(id, error), request);
  }

  @Override
  public CompletableFuture<@Nullable Void> deadLetter(
      Supplier<? extends CompletionStage<@Nullable Void>> put) {
    return replies.deadLetter(put);
  }

  @Override
  public CompletableFuture<@Nullable Void> acknowledge(Delivery request) {
    return replies.acknowledge(request, () -> {});
  }

  @Override
  public boolean putBack(QueueName inbox) {
    return handedOver.putBack(inbox, PORTIONS_TO_A_BEAT);
  }
}
