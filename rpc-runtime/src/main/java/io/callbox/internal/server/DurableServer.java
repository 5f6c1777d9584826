package io.callbox.internal.server;

import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.registry.PausedServices;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.CallStore;
import io.callbox.transport.Delivery;
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
 * What a server has for its durable calls. Has a thread only if one of its methods is durable. Safe
 * for use by many threads.
 */
final class DurableServer {

  private final Transport transport;
  private final Namespace namespace;
  private final DurableSteps steps;
  private final DurableRequests requests;
  private final DurableRecovery recovery;
  private final @Nullable DueCalls dueCalls;
  private final TaskScheduler later;
  private final List<Transport.Listening> listening = new ArrayList<>();

  /**
   * What has not started yet.
   *
   * @throws IllegalArgumentException if a method is durable and taking is the acknowledgment
   */
  DurableServer(ServerSettings settings, ServiceTable services, Parties parties) {
    this.transport = parties.transport;
    this.namespace = settings.namespace();
    String name = "callbox-" + settings.worker().node();
    CallStore store = transport.calls(namespace);
    List<QueueName> queues = queues(settings, parties.skeletons);
    if (!queues.isEmpty() && settings.acknowledge() != AckMode.ON_ANSWER) {
      throw new IllegalArgumentException(
          "durable methods need AckMode.ON_ANSWER: what is acknowledged when it is taken is lost"
              + " with its worker");
    }
    this.later = new TaskScheduler(name + "-late-records", transport.clock());
    this.steps = new DurableSteps(store, parties.replies, later);
    this.requests =
        new DurableRequests(
            settings,
            transport.clock(),
            steps,
            parties.paused,
            parties.executor,
            parties.leaseLasts);
    this.recovery = new DurableRecovery(store, services, transport.clock());
    this.dueCalls =
        queues.isEmpty()
            ? null
            : new DueCalls(name + "-due", store, transport.clock(), queues, requests.runs());
  }

  /**
   * Whom it works with.
   *
   * @param skeletons what is served
   * @param transport where the records are
   * @param replies takes steps that acknowledge
   * @param paused says which services are paused
   * @param executor runs implementations
   * @param leaseLasts whether what the server holds is still its own
   */
  record Parties(
      List<ServiceSkeleton> skeletons,
      Transport transport,
      ResponseSender replies,
      PausedServices paused,
      Executor executor,
      Predicate<Delivery> leaseLasts) {}

  /** The inbox, and the queues of services, that durable calls can wait in. */
  private static List<QueueName> queues(ServerSettings settings, List<ServiceSkeleton> skeletons) {
    List<QueueName> queues = new ArrayList<>();
    for (ServiceSkeleton skeleton : skeletons) {
      boolean durable =
          skeleton.descriptor().methods().stream()
              .map(MethodDescriptor::durable)
              .anyMatch(policy -> policy != null);
      if (durable) {
        queues.add(settings.namespace().service(skeleton.descriptor().name()));
      }
    }
    if (!queues.isEmpty()) {
      queues.add(settings.namespace().inbox(settings.worker().node()));
    }
    return queues;
  }

  DurableRequests requests() {
    return requests;
  }

  DurableRecovery recovery() {
    return recovery;
  }

  void start() {
    if (dueCalls != null) {
      listening.add(transport.listen(namespace.callsScheduled(), dueCalls::hinted));
      listening.add(
          transport.listen(
              namespace.cancellations(),
              key -> requests.hinted(new String(key, StandardCharsets.UTF_8))));
      dueCalls.start();
    }
  }

  /** With each beat of the heart, on its thread. */
  void beaten() {
    steps.forgetIdle();
    steps.sign(requests.runs());
  }

  /** No further call is moved: others do so. */
  void stop(Duration bound) {
    if (dueCalls != null) {
      dueCalls.stop(bound);
    }
  }

  /** Ends what is left. To be called when nothing runs, or nothing more is waited for. */
  void close() {
    listening.forEach(Transport.Listening::close);
    steps.close();
    later.close();
  }
}
