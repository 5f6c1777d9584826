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
 * Ends calls to nodes that are gone. Otherwise these calls would wait until their timeouts, because
 * no other worker takes from a node's inbox. Calls that must wait for the node continue to wait,
 * and so do calls to a service, which any new provider can answer.
 *
 * <p>With each heartbeat, it asks once for each node to which calls wait. It adds a heartbeat when
 * a node's lease is about to end, which happens only if that node has missed its own.
 */
public final class LostCallMonitor implements Heartbeat.Probe {

  private static final Logger LOG = LoggerFactory.getLogger(LostCallMonitor.class);
  private static final Duration BOUND = Duration.ofSeconds(1);

  private final Supplier<List<WatchedCall>> watched;
  private final LeaseStore leases;

  /**
   * Creates a monitor.
   *
   * @param watched returns the calls that wait now
   * @param leases knows the valid leases
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

  /**
   * Returns how long each inbox certainly has a provider. Leaves out inboxes for which the broker
   * does not answer.
   */
  private Map<QueueName, Duration> left(List<WatchedCall> waiting) {
    Map<QueueName, CompletableFuture<Duration>> asked = new HashMap<>();
    Map<QueueName, Duration> left = new HashMap<>();
    for (WatchedCall call : waiting) {
      asked.computeIfAbsent(call.inbox(), this::ask);
    }
    long end = System.nanoTime() + BOUND.toNanos(); // for all: a master that is away has several
    asked.forEach(
        (inbox, answer) -> {
          Duration told = answer(answer, end - System.nanoTime());
          if (told != null) {
            left.put(inbox, told);
          }
        });
    return left;
  }

  private CompletableFuture<Duration> ask(QueueName inbox) {
    try {
      return leases.left(inbox).toCompletableFuture();
    } catch (RuntimeException closed) {
      return CompletableFuture.failedFuture(closed);
    }
  }

  private static @Nullable Duration answer(CompletableFuture<Duration> question, long nanos) {
    try {
      return question.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failure) {
      LOG.debug("not known whether a node is there that calls wait for: {}", failure.toString());
    }
    return null;
  }
}
