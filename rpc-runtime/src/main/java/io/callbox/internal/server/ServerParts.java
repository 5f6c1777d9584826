package io.callbox.internal.server;

import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.lease.Recovery;
import io.callbox.internal.registry.NodeMembership;
import io.callbox.internal.registry.PausedServices;
import io.callbox.internal.server.dispatch.BetterProviders;
import io.callbox.internal.server.dispatch.CallRunner;
import io.callbox.internal.server.dispatch.CancellationListener;
import io.callbox.internal.server.dispatch.Dispatcher;
import io.callbox.internal.server.dispatch.HandOver;
import io.callbox.internal.server.dispatch.Refusals;
import io.callbox.internal.server.dispatch.RunningCalls;
import io.callbox.internal.server.durable.DurableDispatch;
import io.callbox.internal.server.durable.DurableServer;
import io.callbox.internal.server.receive.Permits;
import io.callbox.internal.server.receive.QueueGate;
import io.callbox.internal.server.receive.RequestReceiver;
import io.callbox.internal.server.receive.RequestsInHand;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reserved.ReservedMethods;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.server.stream.CallerWatch;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a server. The constructor makes each after those that it knows. Belongs to one
 * {@link RpcServer}, which starts and closes them.
 */
final class ServerParts {

  final RequestReceiver receiver;
  final ResponseSender replies;
  final HeldRequests heldRequests = new HeldRequests();
  final Heartbeat heartbeat;
  final PausedServices paused;
  final ServiceTable services;
  final ServedQueues queues;
  final ServedShards shards;
  final Recovery recovery;
  final QueueGate gate;
  final CallRunner runner;
  final PollLoop loop;
  final Transport transport;

  /** Runs what any part does later. */
  final TaskScheduler later;

  final RunningCalls running = new RunningCalls();
  final OpenStreams streams;
  final CallerWatch callers;
  final ServerStats stats = new ServerStats();
  final CancellationListener cancellations;
  final ServerThreads threads;
  final DurableServer durables;
  final HandedOverRequests handedOver;
  final HandOver handOver;

  ServerParts(
      ServerSettings settings,
      List<ServiceSkeleton> skeletons,
      Transport transport,
      NodeMembership membership,
      @Nullable Executor executor,
      BetterProviders better) {
    Worker self = settings.worker();
    String name = "callbox-" + self.node();
    this.services = new ServiceTable(skeletons, settings.namespace());
    this.queues =
        new ServedQueues(services, membership.spread(), settings.namespace().inbox(self.node()));
    List<QueueName> always = queues.always();
    services.reserve(new ReservedMethods(settings, services, stats, skeletons, transport.clock()));
    this.transport = transport;
    this.later = new TaskScheduler(name + "-server-later", transport.clock());
    this.replies =
        new ResponseSender(self.node(), settings.namespace(), transport, later, heldRequests);
    this.heartbeat = membership.heartbeat();
    this.paused = membership.paused();
    QueueConsumer consumer =
        settings.acknowledge() == AckMode.ON_ANSWER
            ? transport.consume(always, self)
            : transport.consume(always);
    this.shards =
        new ServedShards(
            transport, settings, membership, consumer, heldRequests, services.names(), always);
    this.threads = new ServerThreads(name, settings.mostInHand(), executor);
    this.durables =
        new DurableServer(
            settings,
            services,
            transport,
            later,
            replies,
            paused,
            threads.runner(),
            heartbeat.lasts());
    this.handedOver = new HandedOverRequests(settings.namespace(), transport);
    this.recovery =
        new Recovery(
            transport,
            self,
            shards::held,
            new Recovery.Parties(
                settings.namespace(),
                new LossReports(settings.namespace(), services, replies, handedOver),
                durables.recovery(),
                heldRequests,
                consumer::unanswered,
                heartbeat));
    this.gate = new QueueGate(heartbeat, consumer);
    this.handOver = new HandOver(settings, transport, better);
    this.streams =
        new OpenStreams(settings.maxStreams(), transport.clock(), later, replies, threads.puller());
    this.cancellations =
        new CancellationListener(transport, settings.namespace().cancellations(), running, streams);
    this.callers = new CallerWatch(transport.members(settings.namespace()), streams);
    this.runner = new CallRunner(settings, stats, transport, running, streams);
    Refusals refusals = new Refusals(settings, stats);
    Dispatcher dispatcher =
        new Dispatcher(
            settings,
            services,
            stats,
            runner,
            refusals,
            new DurableDispatch(services, stats, runner, durables.requests(), refusals),
            handOver,
            streams);
    Permits permits =
        new Permits(settings.concurrency(), settings.mostInHand(), transport.clock()::nanoTime);
    RequestsInHand inHand =
        new RequestsInHand(
            permits,
            RequestsInHand.shareOfHeap(),
            threads.lanes(services, queues.inbox()),
            heldRequests,
            gate::listen);
    this.receiver =
        new RequestReceiver(permits, inHand, gate, streams.hearing(), dispatcher, replies);
    this.loop = new PollLoop(name + "-requests", consumer, receiver);
  }
}
