package io.callbox.server;

import io.callbox.rpc.CallIds;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Leases;
import io.callbox.transport.Transport;
import io.callbox.wire.Request;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a request which is pushed twice runs once: until its deadline, after which it
 * does not run anyway. Callbox's own clients never push twice, nor do idempotent methods mind; for
 * all others this costs a round trip. Safe for use by many threads.
 */
final class Claims {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final Leases leases;
  private final BrokerClock clock;

  Claims(Transport transport) {
    this.leases = transport.leases();
    this.clock = transport.clock();
  }

  /**
   * Whether a request may run: it has not been claimed before, by whoever serves its queue.
   *
   * @throws RpcException {@code UNAVAILABLE} if the broker does not say so
   */
  boolean mayRun(CallRunner.Job job) {
    Request head = job.head();
    if (head.id() == null || head.deadline() == 0 || head.from() != null) {
      return true;
    }
    return job.entry().method().idempotent() || claim(job, head.id().text());
  }

  private boolean claim(CallRunner.Job job, String id) {
    long left = job.head().deadline() - clock.millis();
    Duration window = Duration.ofMillis(Math.max(1, Math.min(left, LONGEST.toMillis())));
    try {
      return leases
          .claim(job.queue(), id, window)
          .toCompletableFuture()
          .orTimeout(BOUND.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException failure) {
      String problem = "whether request " + CallIds.forLog(id) + " has run already is not known";
      throw new RpcException(StatusCode.UNAVAILABLE, Executed.NO, problem, failure);
    }
  }
}
