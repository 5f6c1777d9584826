package io.callbox.internal.client.push;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of requests in its queue. Callers can withdraw its members. Withdrawals that come while a
 * step is under way are part of the next step. Safe for use by many threads.
 */
public final class SentChunk {

  private final Transport transport;
  private final QueueName queue;
  private final ChunkSize size;
  private final int sent;

  /** Written by the thread that reads replies. */
  private volatile boolean answered;

  /** The monitor guards the following fields: callers that give up race with the step under way. */
  @GuardedBy("this")
  private List<RequestEnvelope> members;

  @GuardedBy("this")
  private List<Leaving> waiting = new ArrayList<>();

  @GuardedBy("this")
  private boolean underWay;

  /**
   * Creates a chunk that is about to be pushed.
   *
   * @param members its members, in a list that does not change any more
   * @param size learns whether the chunk is answered as a whole
   */
  SentChunk(Transport transport, QueueName queue, List<RequestEnvelope> members, ChunkSize size) {
    this.transport = transport;
    this.queue = queue;
    this.members = members;
    this.size = size;
    this.sent = members.size();
  }

  /**
   * Notes that this number of responses, one of them to a member, has come as one element. The
   * first time counts.
   */
  public void answered(int together) {
    if (!answered) {
      answered = true;
      size.answered(sent, together);
    }
  }

  /** A withdrawal that waits for its result. */
  private record Leaving(RequestEnvelope request, CompletableFuture<Boolean> gone) {}

  /** Withdraws a member, if no worker has taken the chunk: see {@link Transport#withdraw}. */
  CompletableFuture<Boolean> withdraw(RequestEnvelope request) {
    Leaving leaving = new Leaving(request, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(leaving);
      if (underWay) {
        return leaving.gone;
      }
      underWay = true;
    }
    next();
    return leaving.gone;
  }

  private void next() {
    List<Leaving> now;
    List<RequestEnvelope> rest;
    byte @Nullable [] before;
    synchronized (this) {
      underWay = !waiting.isEmpty();
      if (!underWay) {
        return;
      }
      now = waiting;
      waiting = new ArrayList<>();
      rest = new ArrayList<>(members);
      now.forEach(each -> rest.removeIf(member -> member == each.request));
      before = element(members);
    }
    byte[] after = element(rest);
    replaced(before, after)
        .whenComplete(
            (there, failure) -> {
              boolean done = failure == null && there;
              if (done) {
                changedTo(rest);
              }
              now.forEach(each -> told(each, done));
              next();
            });
  }

  private CompletableFuture<Boolean> replaced(byte @Nullable [] before, byte @Nullable [] after) {
    return before == null
        ? CompletableFuture.completedFuture(false)
        : BrokerRequests.sent(() -> transport.replace(queue, before, after));
  }

  private synchronized void changedTo(List<RequestEnvelope> rest) {
    members = rest;
  }

  /** Returns the element of some members in the queue; null if there are none. */
  private static byte @Nullable [] element(List<RequestEnvelope> some) {
    return some.isEmpty() ? null : new RequestElement(some).bytes();
  }

  /**
   * Completes a withdrawal. A member may be in the queue by itself, because a worker may have split
   * the chunk.
   */
  private void told(Leaving leaving, boolean gone) {
    if (gone) {
      leaving.gone.complete(true);
      return;
    }
    Withdrawal.ofAlone(transport, queue, leaving.request)
        .whenComplete(
            (there, failure) -> {
              if (failure == null) {
                leaving.gone.complete(there);
              } else {
                leaving.gone.completeExceptionally(failure);
              }
            });
  }
}
