package io.callbox.internal.server.dispatch;

import static io.callbox.internal.concurrent.BrokerRequests.BOUND;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.server.reply.ResponseSink;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.wire.HandOverMark;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestReader;
import io.callbox.internal.wire.Slice;
import io.callbox.log.Printable;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.transport.PushOptions;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests of a service's queue over to nodes that serve them better, while versions of a
 * contract are mixed: to a node with a method that this node does not have, or to a node whose
 * version serves the callers of both versions.
 *
 * <p>A request is handed over once: it is marked, goes to the inbox of the other node, and that
 * node serves or refuses it. The node that runs it claims it under the queue to which it was first
 * sent. Requests to this node's own inbox stay here. While all nodes serve the same contracts, no
 * request comes here.
 *
 * <p>This node acknowledges the request only when the other queue holds it. If this node dies in
 * between, the request counts as one of a dead worker.
 *
 * <p>Safe for use by many threads. Waits for the broker for at most some seconds.
 */
public final class HandOver {

  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final int MOST_TRIED = 3;
  private static final int MAX_QUEUE_LENGTH = 10_000;

  private final ServerSettings settings;
  private final BetterProviders providers;
  private final PushBatcher<QueueName, Marked> batcher;
  private final AtomicLong lastPush = new AtomicLong();

  public HandOver(ServerSettings settings, Transport transport, BetterProviders providers) {
    this.settings = settings;
    this.providers = providers;
    String sender = settings.worker().name() + ":h";
    this.batcher =
        new PushBatcher<>(
            (inbox, requests) ->
                transport.push(
                    inbox,
                    requests.stream().map(each -> each.message).toList(),
                    new PushOptions(false, MAX_QUEUE_LENGTH, sender, lastPush.incrementAndGet())));
  }

  /**
   * A request that may be handed over.
   *
   * @param message the whole message
   * @param service the service of the queue
   * @param method its method's wire name, without the service
   * @param queue the queue from which it was taken
   * @param responses receives its response
   */
  record Candidate(
      Slice message, String service, String method, QueueName queue, ResponseSink responses) {}

  /** Sets the listener of {@link BetterProviders}. */
  void listen(Consumer<Set<String>> methods) {
    providers.listen(methods);
  }

  /** Forgets inboxes without pushes under way, such as those of nodes that are gone. */
  public void forgetIdle() {
    batcher.forgetIdle();
  }

  /** Hands a request over if there is a better provider. Returns whether it is handled. */
  boolean tryOn(Candidate request) {
    List<String> nodes = providers.of(request.service, request.method);
    if (nodes.isEmpty()) {
      return false;
    }
    Request head;
    try {
      head = RequestReader.headOf(request.message);
    } catch (IOException unreadable) {
      return false; // its problem is found and answered here
    }
    if (head.durability() != null || !head.isSameAs(request.responses.addressOf(head))) {
      return false; // its record is in this queue's slot, or it is answered together with others
    }
    if (push(request, head, nodes)) {
      return true;
    }
    providers.lookAgain(); // the nodes that were there a moment ago are gone
    return push(request, head, providers.of(request.service, request.method));
  }

  private boolean push(Candidate request, Request head, List<String> nodes) {
    byte[] marked = HandOverMark.mark(request.message, request.service);
    if (marked.length > settings.maxMessageBytes()) {
      return false; // the mark would make the request too large
    }
    for (String node : nodes.subList(0, Math.min(MOST_TRIED, nodes.size()))) {
      try {
        BrokerRequests.await(
            () -> pushed(settings.namespace().inbox(node), marked), BOUND, "handing it over");
      } catch (RpcException refused) {
        if (refused.executed() == Executed.NO) {
          continue; // the inbox is full, or the node is gone
        }
        return seenTo(request, head, refusal(head, refused));
      }
      LOG.debug("a request for {} is handed over to {}", Printable.of(head.method()), node);
      return seenTo(request, head, null);
    }
    return false;
  }

  private CompletionStage<@Nullable Void> pushed(QueueName inbox, byte[] message) {
    Marked marked = new Marked(message, new CompletableFuture<>());
    batcher.push(inbox, marked);
    AdaptiveExecutor.release(); // this thread waits, so its pushes must leave now
    return marked.held;
  }

  private static byte @Nullable [] refusal(Request head, RpcException refused) {
    return head.id() == null ? null : Failures.written(head.id(), Failures.refused(refused));
  }

  private static boolean seenTo(Candidate request, Request head, byte @Nullable [] response) {
    request.responses.answer(head, response);
    return true;
  }

  /** A request on its way to another queue. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Marked(byte[] message, CompletableFuture<@Nullable Void> held)
      implements PushBatcher.Message {

    @Override
    public int bytes() {
      return message.length;
    }

    @Override
    public void pushed() {
      held.complete(null);
    }

    @Override
    public void notPushed(Throwable reason) {
      held.completeExceptionally(reason);
    }
  }
}
