package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.rpc.RpcException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of durable calls that are under way on this server, also those that are about to begin.
 * Safe for use by many threads.
 */
final class DurableRuns {

  /** The time that a server that closes waits until Redis has the requests that go back. */
  private static final Duration GIVING_BACK = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(DurableRuns.class);

  private final DurableSteps steps;
  private final RunEnds ends;
  private final Set<DurableRun> runs = ConcurrentHashMap.newKeySet();

  /**
   * Creates a set without runs.
   *
   * @param ends makes the record of a run whose request goes back
   */
  DurableRuns(DurableSteps steps, RunEnds ends) {
    this.steps = steps;
    this.ends = ends;
  }

  void add(DurableRun run) {
    runs.add(run);
  }

  void remove(DurableRun run) {
    runs.remove(run);
  }

  /** Returns a view of all of them. */
  Set<DurableRun> all() {
    return runs;
  }

  /** Returns the request of a run; null if the run is not under way. */
  byte @Nullable [] requestOf(String name) {
    return runs.stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .map(run -> run.delivery().message())
        .orElse(null);
  }

  /** Puts the requests back whose implementations have not started; waits a moment for that. */
  void giveBack() {
    CompletableFuture<?>[] given =
        runs.stream()
            .filter(DurableRun::decide)
            .map(run -> steps.end(ends.returned(run)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      BrokerRequests.await(() -> CompletableFuture.allOf(given), GIVING_BACK, "not given back");
    } catch (RpcException left) { // other workers find them when the lease has ended
      LOG.debug("durable requests are left to others: {}", left.getMessage());
    }
  }

  /** Handles a hint that a call is cancelled; its record decides. */
  void hinted(String key) {
    for (DurableRun run : runs) {
      if (run.queue().call(run.id()).key().equals(key)) {
        steps.look(run);
      }
    }
  }
}
