package io.callbox.server;

import io.callbox.rpc.ServiceSkeleton;
import io.callbox.transport.QueueName;
import io.callbox.transport.TakeLoop;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serving side of a node.
 *
 * <p><b>A request's way.</b> One loop reserves permits, takes that many requests at most from the
 * node's inbox and the queues of its services, and hands them to the executor. There each is
 * decoded, run and answered; its permit comes back when Redis has the reply. So a server never
 * takes what it has no room for, and whichever server has room takes the next.
 *
 * <p><b>Always answer.</b> Whatever a message is, and whatever its implementation does, its caller
 * is told, unless it is a notification. No message ends the loop or keeps a permit.
 *
 * <p>Safe for use by many threads.
 */
public final class RpcServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RpcServer.class);

  /** How long {@link #close} lets requests run that were taken before it. */
  private static final Duration DRAIN_BOUND = Duration.ofSeconds(10);

  private final String node;
  private final RequestSink sink;
  private final TakeLoop loop;
  private final WorkerThreads ownThreads;

  /**
   * A server that is not started yet.
   *
   * @param executor runs implementations; null for threads of the server's own
   * @throws IllegalArgumentException if two skeletons serve the same service
   */
  public RpcServer(
      ServerSettings settings,
      List<ServiceSkeleton> skeletons,
      Transport transport,
      @Nullable Executor executor) {
    String name = "callbox-" + settings.node();
    ServiceTable services = new ServiceTable(skeletons, settings.namespace());
    ServerStats stats = new ServerStats();
    services.reserve(
        new ReservedMethods(
            new ServerInfo(settings, services, transport.clock()),
            new StatsReport(services, stats),
            new Contracts(settings.node(), skeletons)));
    Dispatcher dispatcher = new Dispatcher(settings, services, stats, transport.clock());
    Replies replies = new Replies(settings, transport);
    List<QueueName> queues = new ArrayList<>(services.queues());
    queues.add(settings.namespace().inbox(settings.node()));
    this.node = settings.node();
    this.ownThreads = new WorkerThreads(name + "-worker", settings.concurrency());
    this.sink =
        new RequestSink(
            settings.concurrency(), executor == null ? ownThreads : executor, dispatcher, replies);
    this.loop = new TakeLoop(name + "-requests", transport.consume(queues), sink);
  }

  /** Starts taking requests. */
  public void start() {
    loop.start();
  }

  /**
   * Stops taking, lets what was taken finish and be answered, and returns within a bound: what runs
   * longer is interrupted if it runs on the server's own threads.
   */
  @Override
  public void close() {
    long end = System.nanoTime() + DRAIN_BOUND.toNanos();
    loop.stop();
    if (!loop.awaitEnd(DRAIN_BOUND)) {
      LOG.warn("node {} still waits for its broker; its thread ends by itself", node);
    }
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    if (!sink.awaitIdle(left)) {
      LOG.warn("node {} closes with requests running", node);
    }
    ownThreads.close();
  }
}
