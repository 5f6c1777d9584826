package io.callbox.internal.lease;

import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls to nodes that are gone, which would wait for their timeouts: nobody else takes from a
 * node's inbox. Calls that are told to wait for the node go on waiting, and so do calls to a
 * service, which any provider that comes will answer.
 *
 * <p>Costs a question for each node that calls wait for, with each heartbeat; and a heartbeat more
 * when a node's lease is about to end, which is only if it has missed its own.
 */
public final class LostCallMonitor implements Heartbeat.Probe {

  private static final Logger LOG = LoggerFactory.getLogger(LostCallMonitor.class);
  private static final Duration BOUND = Duration.ofSeconds(1);

  private final Supplier<List<WatchedCall>> watched;
  private final LeaseStore leases;

  /**
   * Watches calls.
   *
   * @param watched those that wait now
   * @param leases says who is there
   */
  public LostCallMonitor(Supplier<List<WatchedCall>> watched, LeaseStore leases) {
    this.watched = watched;
    this.leases = leases;
  }

  @Override
  public Heartbeat.ProbeResult look() {
    List<WatchedCall> waiting = watched.get();
    Map<QueueName, Duration> left = left(waiting);
    return new Heartbeat.ProbeResult(
        () ->
            waiting.stream()
                .filter(call -> isGone(left.get(call.inbox())))
                .forEach(call -> call.lost().run()),
        left.values().stream()
            .filter(time -> !isGone(time))
            .min(Duration::compareTo)
            .orElse(Heartbeat.ProbeResult.NOTHING.next()));
  }

  private static boolean isGone(@Nullable Duration left) {
    return left != null && left.isNegative();
  }

  /** For how long each inbox is sure to be consumed. One of which nothing is heard is left out. */
  private Map<QueueName, Duration> left(List<WatchedCall> waiting) {
    Map<QueueName, CompletableFuture<Duration>> asked = new HashMap<>();
    Map<QueueName, Duration> left = new HashMap<>();
    try {
      for (WatchedCall call : waiting) {
        asked.computeIfAbsent(call.inbox(), inbox -> leases.left(inbox).toCompletableFuture());
      }
      for (Map.Entry<QueueName, CompletableFuture<Duration>> each : asked.entrySet()) {
        left.put(each.getKey(), each.getValue().get(BOUND.toMillis(), TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | ExecutionException | TimeoutException failure) {
      LOG.debug("not known whether nodes are there that calls wait for: {}", failure.toString());
    }
    return left;
  }
}
