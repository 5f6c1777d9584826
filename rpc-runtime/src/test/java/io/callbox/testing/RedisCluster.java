package io.callbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A real Redis Cluster of three masters, with a replica each, on free loopback ports. */
public final class RedisCluster implements AutoCloseable {

  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  private final List<RedisProcess> nodes = new ArrayList<>();

  private RedisCluster() {}

  /** Starts the processes, makes a cluster of them, and returns when it is ready. */
  public static RedisCluster start() {
    RedisCluster cluster = new RedisCluster();
    List<Integer> busPorts = new ArrayList<>();
    for (int node = 0; node < 2 * MASTERS; node++) {
      int busPort = freePort();
      busPorts.add(busPort);
      cluster.nodes.add(
          RedisProcess.start(
              "--cluster-enabled",
              "yes",
              "--cluster-port",
              "" + busPort,
              "--cluster-node-timeout",
              "1000",
              "--cluster-replica-validity-factor",
              "0"));
    }
    cluster.introduce(busPorts);
    for (int master = 0; master < MASTERS; master++) {
      String id = cluster.nodes.get(master).command("CLUSTER", "MYID");
      cluster.nodes.get(MASTERS + master).command("CLUSTER", "REPLICATE", id);
    }
    cluster.awaitReady();
    return cluster;
  }

  private void introduce(List<Integer> busPorts) {
    RedisProcess first = nodes.get(0);
    for (int node = 0; node < nodes.size(); node++) {
      RedisProcess met = nodes.get(node);
      met.command("CLUSTER", "SET-CONFIG-EPOCH", "" + (node + 1));
      if (node < MASTERS) {
        int from = SLOTS * node / MASTERS;
        int to = SLOTS * (node + 1) / MASTERS - 1;
        met.command("CLUSTER", "ADDSLOTSRANGE", "" + from, "" + to);
      }
      first.command("CLUSTER", "MEET", "127.0.0.1", "" + met.port(), "" + busPorts.get(node));
    }
    Await.until(
        "the cluster is up",
        () -> nodes.stream().allMatch(node -> info(node).contains("known_nodes:6")));
  }

  private void awaitReady() {
    Await.until(
        "the cluster is up",
        () ->
            nodes.stream()
                .allMatch(
                    node -> info(node).contains("cluster_state:ok") && links(node) == MASTERS));
  }

  /** How many replicas a node sees that are connected to their masters. */
  private static long links(RedisProcess node) {
    String all = node.command("CLUSTER", "NODES");
    return all.lines().filter(line -> line.contains("slave") && line.contains("connected")).count();
  }

  /** The addresses of all nodes, as Redisson wants them. */
  public String[] uris() {
    return nodes.stream().map(RedisProcess::uri).toArray(String[]::new);
  }

  /** The master that a key lies on. */
  public RedisProcess masterOf(String key) {
    int slot = Integer.parseInt(nodes.get(0).command("CLUSTER", "KEYSLOT", key));
    return nodes.get(slot * MASTERS / SLOTS);
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }

  private static String info(RedisProcess node) {
    return node.command("CLUSTER", "INFO");
  }

  private static int freePort() {
    try {
      return RedisProcess.freePort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
