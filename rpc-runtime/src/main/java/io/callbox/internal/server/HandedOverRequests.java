package io.callbox.internal.server;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.HandOverMark;
import io.callbox.log.MessageLog;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
  private static final MessageLog FAILED =
      MessageLog.of(LOG, "what was handed over to {} is not moved, and not tried again: {}");

  /** The number of portions that no inbox exceeds, unless programs add requests all the time. */
  static final int ALL_PORTIONS = 1_000;

  private static final int MOST = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private final Namespace namespace;
  private final Transport transport;

  /** The attempts that have not come to the end of their inboxes. */
  private final Map<QueueName, Pass> begun = new ConcurrentHashMap<>();

  HandedOverRequests(Namespace namespace, Transport transport) {
    this.namespace = namespace;
    this.transport = transport;
  }

  /**
   * Removes such requests from an inbox without a provider. Requests that one service's queue does
   * not accept do not delay those of other services. Continues where the last attempt ended, unless
   * that was the end of the inbox: so requests that stay there do not hide later ones.
   *
   * @param portions the maximum number of portions
   * @return whether none is left that may be moved later
   */
  boolean putBack(QueueName inbox, int portions) {
    Pass before = begun.remove(inbox);
    Pass pass = before == null ? new Pass(inbox) : before;
    pass.failed.clear();
    boolean more = true;
    try {
      for (int portion = 0; more && portion < portions; portion++) {
        more = pass.goesOn();
      }
    } catch (RpcException unread) {
      return !pass.isLeft(unread);
    }
    if (more) {
      begun.put(inbox, pass);
    }
    return !more && !pass.someLeft;
  }

  /** One way through an inbox. Belongs to one thread at a time. */
  private final class Pass {

    private final QueueName inbox;

    /** The services whose queues have not accepted a request. */
    private final Set<String> failed = new HashSet<>();

    /** The number of requests that it has looked at and that stay. */
    private int staying;

    /** A digest of the last of them; null for none. It shows whether they are still there. */
    private @Nullable UUID last;

    private int lastBytes;
    private boolean someLeft;

    Pass(QueueName inbox) {
      this.inbox = inbox;
    }

    /** Looks through a portion. Returns false at the end of the inbox. */
    boolean goesOn() {
      UUID before = last;
      int seen = before == null ? 0 : 1;
      int from = staying - seen;
      List<byte[]> waiting =
          answer(() -> transport.waiting(inbox, from, MOST + seen, MOST_BYTES + lastBytes));
      // Guard against race with other nodes: later requests come forward when one takes some
      if (before != null && !isFirst(before, waiting)) {
        beginAnew();
        return true;
      }
      waiting.stream().skip(seen).filter(this::stays).forEach(this::note);
      return waiting.size() > seen;
    }

    private static boolean isFirst(UUID content, List<byte[]> waiting) {
      return !waiting.isEmpty() && content.equals(UUID.nameUUIDFromBytes(waiting.get(0)));
    }

    private void note(byte[] message) {
      staying++;
      last = UUID.nameUUIDFromBytes(message);
      lastBytes = message.length;
    }

    private void beginAnew() {
      staying = 0;
      last = null;
      lastBytes = 0;
    }

    /**
     * Puts a request back. Guard against race with a node with this id that starts: it serves the
     * requests that it has taken.
     */
    private boolean stays(byte[] message) {
      byte[] request = HandOverMark.unmarked(message);
      String service = request == null ? null : HandOverMark.serviceOf(message);
      if (request == null || service == null || failed.contains(service)) {
        return true;
      }
      QueueName queue = namespace.service(service);
      try {
        boolean moved = answer(() -> transport.move(inbox, message, queue, request));
        someLeft |= !moved; // the inbox is too long, or another node has moved it
        return !moved;
      } catch (RpcException failure) {
        failed.add(service);
        someLeft |= isLeft(failure);
        return true;
      }
    }

    /**
     * Returns whether a request may be moved later: the broker is away, or the queue is full. Any
     * other refusal would come again.
     */
    boolean isLeft(RpcException failure) {
      boolean later =
          failure.code() == StatusCode.UNAVAILABLE
              || failure.code() == StatusCode.RESOURCE_EXHAUSTED;
      (later ? LEFT : FAILED).warn(inbox, failure.getMessage());
      return later;
    }
  }

  private static <T> T answer(Supplier<CompletionStage<T>> request) {
    return BrokerRequests.await(request, BrokerRequests.BOUND, "putting requests back");
  }
}
