package io.callbox.internal.server;

import io.callbox.internal.concurrent.Countdown;
import io.callbox.internal.registry.NodeMembership;
import io.callbox.internal.server.dispatch.BetterProviders;
import io.callbox.internal.server.settings.ServerSettings;
import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
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
 * <p><b>The path of a request.</b> One loop reserves permits, takes about this number of requests
 * from the node's inbox and the queues of its services, and hands them to the executor. The
 * executor decodes, runs and answers each request; its permit comes back when Redis has the reply,
 * or when the reply waits for a master that is away. So whichever server has room takes the next
 * request. A chunk may exceed the permits, and a service with few requests in hand may, too.
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
  private final ServerParts parts;

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
    this.node = settings.worker().node();
    this.parts = new ServerParts(settings, skeletons, transport, membership, executor, better);
    parts.heartbeat.hold(parts.queues.always(), this::beaten);
    parts.paused.listen(this::pause);
  }

  /** Stops taking from queues whose service is paused, and beginning its requests. */
  private void pause() {
    Set<String> names = parts.paused.names();
    parts.gate.pause(parts.queues.of(names));
    parts.runner.pause(names);
  }

  private void beaten(List<LeaseStore.Ended> ended) {
    parts.running.expire(parts.transport.clock().millis());
    parts.callers.look();
    parts.replies.forgetIdle();
    parts.handOver.forgetIdle();
    parts.recovery.beaten(ended);
    parts.durables.beaten();
    parts.shards.look();
  }

  /** Starts taking requests. */
  public void start() {
    parts.cancellations.start();
    parts.durables.start();
    parts.shards.look();
    parts.loop.start();
  }

  /** Returns what it counts. */
  public ServerCounts counts() {
    return new ServerCounts(
        parts.heldRequests.size(),
        parts.stats.expiredRequests(),
        parts.recovery.redelivered(),
        parts.recovery.givenUp(),
        parts.streams.size());
  }

  /**
   * Returns a sentence for each method and queue for which one of the oldest waiting requests
   * cannot be served here. Takes none; waits for the broker.
   *
   * @throws io.callbox.rpc.RpcException {@code UNAVAILABLE} if the broker is out of reach
   */
  public List<String> misfitsThatWait() {
    return new WaitingMisfits(parts.transport, parts.services)
        .misfits(parts.queues.withShards().stream().flatMap(List::stream).toList());
  }

  /** Returns the queues from which it takes, each with its current and former shards. */
  public List<List<QueueName>> queues() {
    return parts.queues.withShards();
  }

  /**
   * Returns the reason why the server takes no requests at present; null if it takes some, or if it
   * has no room.
   */
  public @Nullable String trouble() {
    String ended = parts.gate.trouble(node);
    return ended == null ? parts.loop.trouble() : ended;
  }

  /**
   * Returns the problems that do not prevent the server from taking requests, one sentence each.
   */
  public List<String> warnings() {
    return parts.durables.warnings();
  }

  /**
   * Returns whether the calling thread runs a request of this server, for whose end the server
   * would wait.
   */
  public boolean runsHere() {
    return parts.running.runsHere();
  }

  /**
   * Stops taking, lets running requests finish and be answered, puts requests that have not begun
   * back, and returns within a bound. Requests that run longer are interrupted if they run on the
   * server's own threads.
   */
  public void close(Duration bound) {
    Countdown end = Countdown.of(bound);
    parts.streams.close(bound.dividedBy(2)); // while it still receives messages of callers
    parts.shards.close();
    parts.loop.stop();
    parts.durables.stop(end.left());
    parts.receiver.drain();
    if (!parts.loop.awaitEnd(end.left())) {
      LOG.warn("node {} still waits for its broker; its thread ends by itself", node);
    }
    if (!parts.receiver.awaitIdle(end.left())) {
      LOG.warn("node {} closes with requests running", node);
      parts.heartbeat.stop(); // they are left to the node that finds this server gone
    } else {
      parts.heartbeat.close(end.left());
      // no node adds more: this node no longer provides the inbox
      parts.handedOver.putBack(parts.queues.inbox(), HandedOverRequests.ALL_PORTIONS);
    }
    parts.cancellations.close();
    parts.durables.close();
    parts.replies.close();
    parts.later.close();
    parts.threads.close();
  }
}
