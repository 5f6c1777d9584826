package io.callbox.internal.server;

import io.callbox.internal.concurrent.Countdown;
import io.callbox.internal.concurrent.PollLoop;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.lease.Recovery;
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
import io.callbox.internal.server.receive.ServerThreads;
import io.callbox.internal.server.reply.ResponseSender;
import io.callbox.internal.server.reserved.ReservedMethods;
import io.callbox.internal.server.service.ServerSettings;
import io.callbox.internal.server.service.ServiceTable;
import io.callbox.internal.server.stats.ServerStats;
import io.callbox.internal.server.stream.CallerWatch;
import io.callbox.internal.server.stream.OpenStreams;
import io.callbox.registry.NodeMembership;
import io.callbox.registry.PausedServices;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.AckMode;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serving side of a node.
 *
 * <p><b>The path of a request.</b> One loop reserves permits, takes at most this number of requests
 * from the node's inbox and the queues of its services, and hands them to the executor. The
 * executor decodes, runs and answers each request; its permit comes back when Redis has the reply.
 * So a server never takes a request without room for it, and whichever server has room takes the
 * next request.
 *
 * <p><b>Always answer.</b> The caller of every message receives an answer, whatever its
 * implementation does, unless the message is a notification. No message ends the loop or keeps a
 * permit.
 *
 * <p>Safe for use by many threads.
 */
public final class RpcServer {

  private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);

  private final String node;
  private final RequestReceiver receiver;
  private final ResponseSender replies;
  private final HeldRequests heldRequests = new HeldRequests();
  private final Heartbeat heartbeat;
  private final PausedServices paused;
  private final ServiceTable services;
  private final ServedQueues queues;
  private final ServedShards shards;
  private final Recovery recovery;
  private final QueueGate gate;
  private final CallRunner runner;
  private final PollLoop loop;
  private final Transport transport;
  private final RunningCalls running = new RunningCalls();
  private final OpenStreams streams;
  private final CallerWatch callers;
  private final ServerStats stats = new ServerStats();
  private final CancellationListener cancellations;
  private final ServerThreads threads;
  private final DurableServer durables;
  private final HandedOverRequests handedOver;
  private final HandOver handOver;

  /**
   * Creates a server that is not started yet.
   *
   * @param membership renews its leases, and starts before the server
   * @param executor runs implementations; null for the server's own threads
   * @param better knows which nodes serve some requests better
   * @throws IllegalArgumentException if two skeletons serve the same service
   */
  public RpcServer(
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
    this.node = self.node();
    this.transport = transport;
    this.replies = new ResponseSender(node, settings.namespace(), transport, heldRequests);
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
            settings, services, transport, replies, paused, threads.runner(), heartbeat.lasts());
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
    heartbeat.hold(always, this::beaten);
    this.handOver = new HandOver(settings, transport, better);
    this.streams =
        new OpenStreams(name, settings.maxStreams(), transport.clock(), replies, threads.puller());
    this.cancellations =
        new CancellationListener(transport, settings.namespace().cancellations(), running, streams);
    this.callers = new CallerWatch(transport.members(settings.namespace()), streams);
    this.runner = new CallRunner(settings, stats, transport, running, streams);
    Dispatcher dispatcher =
        new Dispatcher(
            settings,
            services,
            stats,
            runner,
            new DurableDispatch(
                services, stats, runner, durables.requests(), new Refusals(settings, stats)),
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
    paused.listen(this::pause);
  }

  /** Stops taking from queues whose service is paused, and beginning its requests. */
  private void pause() {
    Set<String> names = paused.names();
    gate.pause(queues.of(names));
    runner.pause(names);
  }

  private void beaten(List<LeaseStore.Ended> ended) {
    running.expire(transport.clock().millis());
    callers.look();
    replies.forgetIdle();
    handOver.forgetIdle();
    recovery.beaten(ended);
    durables.beaten();
    shards.look();
  }

  /** Starts taking requests. */
  public void start() {
    cancellations.start();
    durables.start();
    shards.look();
    loop.start();
  }

  /** Returns what it counts. */
  public ServerCounts counts() {
    return new ServerCounts(
        heldRequests.size(),
        stats.expiredRequests(),
        recovery.redelivered(),
        recovery.givenUp(),
        streams.size());
  }

  /**
   * Returns a sentence for each method and queue for which one of the oldest waiting requests
   * cannot be served here. Takes none; waits for the broker.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public List<String> misfitsThatWait() {
    return new WaitingMisfits(transport, services)
        .misfits(queues.withShards().stream().flatMap(List::stream).toList());
  }

  /** Returns the queues from which it takes, each with its current and former shards. */
  public List<List<QueueName>> queues() {
    return queues.withShards();
  }

  /**
   * Returns the reason why the server takes no requests at present; null if it takes some, or if it
   * has no room.
   */
  public @Nullable String trouble() {
    String ended = gate.trouble(node);
    return ended == null ? loop.trouble() : ended;
  }

  /**
   * Returns the problems that do not prevent the server from taking requests, one sentence each.
   */
  public List<String> warnings() {
    return durables.warnings();
  }

  /**
   * Returns whether the calling thread runs a request of this server, for whose end the server
   * would wait.
   */
  public boolean runsHere() {
    return running.runsHere();
  }

  /**
   * Stops taking, lets running requests finish and be answered, puts requests that have not begun
   * back, and returns within a bound. Requests that run longer are interrupted if they run on the
   * server's own threads.
   */
  public void close(Duration bound) {
    Countdown end = Countdown.of(bound);
    streams.close(bound.dividedBy(2)); // while it still receives messages of callers
    shards.close();
    loop.stop();
    durables.stop(end.left());
    receiver.drain();
    if (!loop.awaitEnd(end.left())) {
      LOG.warn("node {} still waits for its broker; its thread ends by itself", node);
    }
    if (!receiver.awaitIdle(end.left())) {
      LOG.warn("node {} closes with requests running", node);
      heartbeat.stop(); // they are left to the node that finds this server gone
    } else {
      heartbeat.close(end.left());
      // no node adds more: this node no longer provides the inbox
      handedOver.putBack(queues.inbox(), HandedOverRequests.ALL_PORTIONS);
    }
    cancellations.close();
    durables.close();
    replies.close();
    threads.close();
  }
}
