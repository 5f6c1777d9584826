package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;

/**
 * A real Redis Cluster of three masters on free ports of this machine. Not safe for use by many
 * threads. Whoever starts it closes it.
 */
public final class RedisCluster implements RedisBroker {

  private static final int SLOTS = 16_384;
  private static final int MASTERS = 3;
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final List<RedisProcess> masters;
  private final RedissonClient client;

  private RedisCluster(List<RedisProcess> masters) {
    this.masters = masters;
    this.client = connect();
  }

  /** Starts three masters, makes them one cluster, and waits until each says so. */
  public static RedisCluster start() {
    List<RedisProcess> masters = new ArrayList<>();
    List<Integer> buses = new ArrayList<>();
    for (int master = 0; master < MASTERS; master++) {
      int bus = RedisProcess.freePort();
      buses.add(bus);
      masters.add(
          RedisProcess.start(List.of("--cluster-enabled", "yes", "--cluster-port", "" + bus)));
    }
    for (int master = 0; master < MASTERS; master++) {
      introduce(masters, buses, master);
    }
    masters.forEach(RedisCluster::awaitReady);
    return new RedisCluster(masters);
  }

  private static void introduce(List<RedisProcess> masters, List<Integer> buses, int master) {
    int first = SLOTS * master / MASTERS;
    int last = SLOTS * (master + 1) / MASTERS - 1;
    try (RedisCommands commands = RedisCommands.to(masters.get(master).port())) {
      commands.call("CLUSTER", "ADDSLOTSRANGE", "" + first, "" + last);
      commands.call("CLUSTER", "SET-CONFIG-EPOCH", "" + (master + 1));
      if (master > 0) {
        commands.call(
            "CLUSTER", "MEET", "127.0.0.1", "" + masters.get(0).port(), "" + buses.get(0));
      }
    }
  }

  private static void awaitReady(RedisProcess master) {
    long end = System.nanoTime() + START_NANOS;
    try (RedisCommands commands = RedisCommands.to(master.port())) {
      String info = commands.text("CLUSTER", "INFO");
      while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:3")) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("no cluster: " + info);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        info = commands.text("CLUSTER", "INFO");
      }
    }
  }

  private RedissonClient connect() {
    Config config = new Config();
    config.setThreads(2).setNettyThreads(2);
    ClusterServersConfig cluster = config.useClusterServers();
    cluster.setMasterConnectionMinimumIdleSize(1);
    masters.forEach(master -> cluster.addNodeAddress("redis://127.0.0.1:" + master.port()));
    return Redisson.create(config);
  }

  /** The client that its nodes share; ends with the cluster. */
  public RedissonClient client() {
    return client;
  }

  @Override
  public RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return node.redisson(client);
  }

  @Override
  public List<Integer> ports() {
    return masters.stream().map(RedisProcess::port).toList();
  }

  @Override
  public void restore() {}

  @Override
  public void close() {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    masters.forEach(RedisProcess::close);
  }
}
