package io.callbox.masters;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.transport.AckMode;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.redisson.RedissonTransport;
import io.callbox.trial.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Nodes over a cluster whose second master is to be lost: it has the queue of {@code Triple} and
 * the list of nodes. The third has the queue of {@code Arith}, and the replies.
 */
final class TwoServices implements AutoCloseable {

  private static final Duration LEASE = Duration.ofMillis(900);
  private static final CallOptions PATIENT =
      CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(30));

  /** What one test has set in a namespace is not to be found by the next. */
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** The number of the master that is to be lost. */
  static final int LOST = 1;

  private static final int OTHER = 2;
  private static final int MANY = 256;
  private static final int FEW = 16;

  final RedisCluster cluster;
  final RedisMember lost;
  final RpcNode server;
  final RpcNode client;
  private final String namespace;
  private final Map<Integer, Integer> arithRuns = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> tripleRuns = new ConcurrentHashMap<>();
  private final List<Runnable> ends = new ArrayList<>();

  /** Starts a server of both services, which acknowledges so, and a client. */
  TwoServices(RedisCluster cluster, AckMode mode) {
    this(cluster, node -> cluster.reachedBy(node).acknowledge(mode), 0);
  }

  /**
   * The same, with a server that is set up so.
   *
   * @param workMillis how long a call of {@code Arith} runs; if it takes time, few run at a time
   */
  TwoServices(RedisCluster cluster, UnaryOperator<RpcNodeBuilder> reached, int workMillis) {
    this.cluster = cluster;
    this.lost = cluster.masters().get(LOST);
    this.namespace = namespace();
    this.server =
        keep(
            reached
                .apply(RpcNode.builder("server").namespace(namespace).lease(LEASE))
                .concurrency(workMillis == 0 ? MANY : FEW)
                .register(counting(arithRuns, workMillis))
                .register(new Triple(counting(tripleRuns, 0)))
                .start());
    this.client = clientWithRepliesAt(OTHER);
  }

  private String namespace() {
    for (int tries = 0; tries < 1_000; tries++) {
      String name = "away" + NAMES.incrementAndGet();
      Namespace names = Namespace.of(name);
      if (masterOf(names.service("Triple")) == LOST
          && masterOf(names.nodes()) == LOST
          && masterOf(names.service("Arith")) == OTHER) {
        return name;
      }
    }
    throw new IllegalStateException("no namespace has its keys where they are wanted");
  }

  private int masterOf(QueueName queue) {
    String slot = cluster.masters().get(0).command("CLUSTER", "KEYSLOT", queue.key());
    return Integer.parseInt(slot) * 3 / 16_384;
  }

  private static Arith.Skeleton counting(Map<Integer, Integer> runs, int workMillis) {
    return new Arith.Skeleton(
        (a, b) -> {
          Work.takes(Duration.ofMillis(workMillis));
          runs.merge(a, 1, Integer::sum);
          return a * b;
        });
  }

  /** Its reply list has a name that nobody can choose. */
  private RpcNode clientWithRepliesAt(int master) {
    while (true) {
      RepliesAt transport = new RepliesAt(RedissonTransport.of(cluster.client()));
      RpcNode started =
          RpcNode.builder("client").namespace(namespace).transport(transport).lease(LEASE).start();
      if (masterOf(transport.replies()) == master) {
        ends.add(transport::close);
        return keep(started);
      }
      started.close();
      transport.close();
    }
  }

  private RpcNode keep(RpcNode node) {
    ends.add(node::close);
    return node;
  }

  /** So many calls of {@code Arith} under way. */
  Ledger arith(int together) {
    Arith.Stub stub = new Arith.Stub(client.channelToAny(), PATIENT);
    return new Ledger(number -> stub.multiplyAsync(number, 3), arithRuns, together);
  }

  /** So many calls of {@code Triple} under way. */
  Ledger triple(int together) {
    RpcChannel any = client.channelToAny();
    return new Ledger(number -> Triple.of(any, number, PATIENT), tripleRuns, together);
  }

  /** What is wrong with the server, in its own words. */
  String problems() {
    return server.health().problems().toString();
  }

  /** Whether a shard of {@code Arith} on the master that is to be lost has been pushed to. */
  boolean isShardOfLostUsed() {
    String keys = "{" + namespace + ":services:Arith:*}:pushed:*";
    return !lost.command("KEYS", keys).equals("[]");
  }

  @Override
  public void close() {
    cluster.restore();
    for (int last = ends.size() - 1; last >= 0; last--) {
      ends.get(last).run();
    }
  }
}
