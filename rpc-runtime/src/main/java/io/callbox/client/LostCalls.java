package io.callbox.client;

import io.callbox.registry.Heartbeat;
import io.callbox.transport.Leases;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls to nodes that are gone, which would wait for their timeouts: nobody else takes from a
 * node's inbox. Calls that are told to wait for the node go on waiting, and so do calls to a
 * service, which any provider that comes will answer.
 *
 * <p>Costs a question for each node that calls wait for, with each heartbeat.
 */
final class LostCalls implements Heartbeat.Observer {

  private static final Logger LOG = LoggerFactory.getLogger(LostCalls.class);
  private static final Duration BOUND = Duration.ofSeconds(1);

  private final PendingCalls pending;
  private final Leases leases;
  private final GivingUp givingUp;

  LostCalls(PendingCalls pending, Leases leases, GivingUp givingUp) {
    this.pending = pending;
    this.leases = leases;
    this.givingUp = givingUp;
  }

  @Override
  public Runnable look() {
    List<PendingCall> waiting =
        pending.all(call -> call.pushed && call.route.toNode() && !call.route.waitForProvider());
    Set<QueueName> deserted = deserted(waiting);
    return () ->
        waiting.stream()
            .filter(call -> deserted.contains(call.route.queue()))
            .forEach(call -> pending.remove(call, givingUp::lost));
  }

  /** The inboxes that nobody consumes. One of which nothing is heard is none of them. */
  private Set<QueueName> deserted(List<PendingCall> waiting) {
    Map<QueueName, CompletableFuture<List<Worker>>> asked = new HashMap<>();
    Set<QueueName> deserted = new HashSet<>();
    try {
      for (PendingCall call : waiting) {
        asked.computeIfAbsent(
            call.route.queue(), inbox -> leases.providers(inbox).toCompletableFuture());
      }
      for (Map.Entry<QueueName, CompletableFuture<List<Worker>>> each : asked.entrySet()) {
        if (each.getValue().get(BOUND.toMillis(), TimeUnit.MILLISECONDS).isEmpty()) {
          deserted.add(each.getKey());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | ExecutionException | TimeoutException failure) {
      LOG.debug("not known whether nodes are there that calls wait for: {}", failure.toString());
    }
    return deserted;
  }
}
