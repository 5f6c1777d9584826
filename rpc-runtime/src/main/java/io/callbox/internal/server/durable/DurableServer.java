package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.registry.PausedServices;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.transport.AckMode;
import io.callbox.transport.CallStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a server for durable calls. It has a thread only if one of its methods is durable.
 * Safe for use by many threads.
 */
public final class DurableServer {

  private final Transport transport;
  private final Namespace namespace;
  private final DurableSteps steps;
  private final UnconfirmedBegins unconfirmed;
  private final DurableRequests requests;
  private final DurableRecovery recovery;
  private final @Nullable DueCalls dueCalls;
  private final List<Transport.Listening> listening = new ArrayList<>();

  /**
   * Creates the parts, not started yet.
   *
   * @param later repeats steps; its owner closes it
   * @param executor runs implementations
   * @param leaseLasts whether the server's requests are still its own
   * @throws IllegalArgumentException if a method is durable and the server acknowledges on receipt
   */
  public DurableServer(
      ServerSettings settings,
      ServiceTable services,
      Transport transport,
      TaskScheduler later,
      ResponseSender replies,
      PausedServices paused,
      Executor executor,
      Predicate<QueueName> leaseLasts) {
    this.transport = transport;
    this.namespace = settings.namespace();
    String name = "callbox-" + settings.worker().node();
    CallStore store = transport.calls(namespace);
    List<QueueName> queues = queues(settings, services);
    if (!queues.isEmpty() && settings.acknowledge() != AckMode.ON_ANSWER) {
      throw new IllegalArgumentException(
          "durable methods need AckMode.ON_ANSWER: what is acknowledged when it is taken is lost"
              + " with its worker");
    }
    this.unconfirmed = new UnconfirmedBegins(transport.clock());
    this.steps = new DurableSteps(store, replies, later, unconfirmed, executor);
    this.requests =
        new DurableRequests(
            settings, transport.clock(), steps, paused, held -> leaseLasts.test(held.queue()));
    this.recovery =
        new DurableRecovery(store, services, transport.clock(), requests.runs()::requestOf);
    this.dueCalls =
        queues.isEmpty()
            ? null
            : new DueCalls(
                name + "-due",
                new DueCalls.Schedules(store, queues, leaseLasts),
                transport.clock(),
                requests.runs().all());
  }

  /** Returns the inbox and the queues of services in which durable calls can wait. */
  private static List<QueueName> queues(ServerSettings settings, ServiceTable services) {
    List<QueueName> queues = new ArrayList<>();
    for (ServiceDescriptor service : services.services()) {
      if (service.methods().stream().anyMatch(method -> method.durable() != null)) {
        queues.add(settings.namespace().service(service.name()));
      }
    }
    if (!queues.isEmpty()) {
      queues.add(settings.namespace().inbox(settings.worker().node()));
    }
    return queues;
  }

  public DurableRequests requests() {
    return requests;
  }

  /** Returns the problems that do not prevent serving, one sentence each. */
  public List<String> warnings() {
    return unconfirmed.warnings();
  }

  public DurableRecovery recovery() {
    return recovery;
  }

  public void start() {
    if (dueCalls != null) {
      listening.add(transport.listen(namespace.callsScheduled(), dueCalls::hinted));
      listening.add(
          transport.listen(
              namespace.cancellations(),
              key -> requests.runs().hinted(new String(key, StandardCharsets.UTF_8))));
      dueCalls.start();
    }
  }

  /** Runs with each heartbeat, on its thread. */
  public void beaten() {
    steps.forgetIdle();
    steps.sign(requests.runs().all());
  }

  /** Stops moving calls; other providers do it. */
  public void stop(Duration bound) {
    if (dueCalls != null) {
      dueCalls.stop(bound);
    }
  }

  /** Ends all parts. Call it when no run is under way, or no longer matters. */
  public void close() {
    listening.forEach(Transport.Listening::close);
    requests.runs().giveBack();
    steps.close();
  }
}
