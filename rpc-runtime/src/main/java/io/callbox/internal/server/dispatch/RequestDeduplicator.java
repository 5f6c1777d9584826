package io.callbox.internal.server.dispatch;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.Request;
import io.callbox.internal.wire.RequestId;
import io.callbox.internal.wire.RequestKey;
import io.callbox.rpc.CallIds;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ensures that a request that is pushed twice runs once before its deadline. After the deadline it
 * does not run at all. This holds even if its claim reaches Redis late, when the claim of its copy
 * may have ended. The copy that runs sends the response. This costs a round trip, but only for
 * requests that {@linkplain CallRunner.Job#mayComeTwice may come twice}. Safe for use by many
 * threads.
 */
final class RequestDeduplicator {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** The time that a claim outlasts the deadline, because nodes only estimate Redis's clock. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final Worker self;
  private final LeaseStore leases;
  private final BrokerClock clock;
  private final AtomicLong last = new AtomicLong();

  RequestDeduplicator(Worker self, Transport transport) {
    this.self = self;
    this.leases = transport.leases();
    this.clock = transport.clock();
  }

  /**
   * Returns whether a request that may come twice may run: no worker of its queue has claimed it
   * before.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker does not answer; {@code
   *     DEADLINE_EXCEEDED} if it has answered too late
   */
  boolean mayRun(CallRunner.Job job) {
    Request head = job.head();
    RequestId id = Objects.requireNonNull(head.id(), "a notification does not come twice");
    long left = head.deadline() - clock.millis();
    boolean first =
        claim(
            new Claim(
                job.sentTo(),
                id,
                keyOf(job.answers().addressOf(head), id),
                self.name() + ':' + last.incrementAndGet(),
                Duration.ofMillis(Math.max(0, Math.min(left, LONGEST.toMillis()))).plus(SLACK)));
    if (first && clock.millis() > head.deadline()) {
      throw new RpcException(
          StatusCode.DEADLINE_EXCEEDED,
          job.entry().method() + ": its time was over when it was known not to run elsewhere");
    }
    return first;
  }

  private static String keyOf(ReplyAddress address, RequestId id) {
    return RequestKey.of(
        address.replyTo(), address.id() == null ? RequestId.NULL : address.id(), id);
  }

  /**
   * A claim for the broker.
   *
   * @param queue the queue to which the request was sent
   * @param id its id
   * @param repeated the part that it shares with its copies
   * @param claimant identifies this copy, so that a claim whose answer was lost can be repeated
   * @param window how long the claim lasts
   */
  private record Claim(
      QueueName queue, RequestId id, String repeated, String claimant, Duration window) {}

  private boolean claim(Claim claim) {
    long end = clock.nanoTime() + BrokerRequests.BOUND.toNanos();
    while (true) {
      try {
        return BrokerRequests.await(
            () -> leases.claim(claim.queue, claim.repeated, claim.claimant, claim.window),
            BrokerRequests.BOUND,
            "no claim");
      } catch (RpcException failure) {
        if (clock.nanoTime() > end || Thread.currentThread().isInterrupted()) {
          String id = CallIds.forLog(claim.id.text());
          String problem = "whether request " + id + " has run already is not known";
          throw new RpcException(StatusCode.UNAVAILABLE, Executed.NO, problem, failure);
        }
        LockSupport.parkNanos(this, PAUSE.toNanos());
      }
    }
  }
}
