package io.callbox.internal.lease;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.failure.EndedFuture;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls to nodes that are gone. Otherwise these calls would wait until their timeouts, because
 * no other worker takes from a node's inbox. Calls that must wait for the node continue to wait,
 * and so do calls to a service, which any new provider can answer.
 *
 * <p>With each heartbeat, it asks once for each node for which calls wait. It adds a heartbeat when
 * a node's lease is about to end, which happens only if that node has missed its own.
 */
public final class LostCallMonitor implements Probe {

  private static final Logger LOG = LoggerFactory.getLogger(LostCallMonitor.class);

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
  public Look look() {
    List<WatchedCall> waiting = watched.get();
    Map<QueueName, CompletableFuture<Duration>> asked = new HashMap<>();
    for (WatchedCall call : waiting) {
      asked.computeIfAbsent(call.inbox(), this::ask);
    }
    return new Inboxes(waiting, asked);
  }

  private CompletableFuture<Duration> ask(QueueName inbox) {
    return BrokerRequests.sent(() -> leases.left(inbox));
  }

  /** The inboxes for which calls wait, and the time for which each certainly has a provider. */
  private record Inboxes(
      List<WatchedCall> waiting, Map<QueueName, CompletableFuture<Duration>> asked)
      implements Look {

    @Override
    public CompletionStage<@Nullable Void> answered() {
      return CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new));
    }

    /** Leaves out inboxes for which the broker does not answer. */
    @Override
    public Finding finding() {
      Map<QueueName, Duration> left = new HashMap<>();
      asked.forEach(
          (inbox, answer) -> {
            if (answer.isDone() && !answer.isCompletedExceptionally()) {
              left.put(inbox, EndedFuture.result(answer));
            } else {
              LOG.debug("not known whether somebody serves {}, for which calls wait", inbox);
            }
          });
      return new Finding(
          () ->
              waiting.stream()
                  .filter(call -> isGone(left.get(call.inbox())))
                  .forEach(call -> call.lost().run()),
          left.values().stream()
              .filter(time -> !isGone(time))
              .min(Duration::compareTo)
              .orElse(Finding.NOTHING.next()));
    }

    private static boolean isGone(@Nullable Duration left) {
      return left != null && left.isNegative();
    }
  }
}
