package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.ClusterServersConfig;
import org.redisson.config.Config;

/**
 * A real Redis Cluster with three masters on free ports of this machine; the first master has a
 * replica. Not safe for use by many threads. The code that starts it closes it.
 *
 * <pre>{@code
 * cluster.masters().get(1).pause();
 * cluster.failOver();
 * }</pre>
 */
public final class RedisCluster implements RedisBroker {

  private static final int SLOTS = 16_384;
  private static final int MASTERS = 3;

  private final List<RedisMember> masters;
  private RedisMember replica;
  private final RedissonClient client;

  private RedisCluster(List<RedisMember> members) {
    this.masters = new ArrayList<>(members.subList(0, MASTERS));
    this.replica = members.get(MASTERS);
    this.client = connect(members);
  }

  /**
   * Starts three masters and a replica, joins them to a cluster, and waits until each reports it.
   *
   * @param options command-line options of each member, for example {@code --cluster-node-timeout
   *     1000}
   */
  public static RedisCluster start(String... options) {
    List<RedisMember> members = new ArrayList<>();
    List<Integer> buses = new ArrayList<>();
    for (int member = 0; member <= MASTERS; member++) {
      int bus = RedisProcess.freePort();
      buses.add(bus);
      members.add(new RedisMember(RedisProcess.start(options(bus, options))));
    }
    for (int member = 0; member <= MASTERS; member++) {
      introduce(members, buses, member);
    }
    members.forEach(RedisCluster::awaitReady);
    RedisMember replica = members.get(MASTERS);
    replica.answer("CLUSTER", "REPLICATE", members.get(0).answer("CLUSTER", "MYID"));
    awaitReplica(replica);
    return new RedisCluster(members);
  }

  private static List<String> options(int bus, String... more) {
    List<String> options = new ArrayList<>(List.of("--cluster-enabled", "yes"));
    options.addAll(List.of("--cluster-port", "" + bus));
    options.addAll(List.of("--repl-diskless-sync-delay", "0"));
    options.addAll(List.of(more));
    return options;
  }

  private static void introduce(List<RedisMember> members, List<Integer> buses, int member) {
    try (RedisCommands commands = RedisCommands.to(members.get(member).port())) {
      if (member < MASTERS) {
        int first = SLOTS * member / MASTERS;
        int last = SLOTS * (member + 1) / MASTERS - 1;
        commands.call("CLUSTER", "ADDSLOTSRANGE", "" + first, "" + last);
      }
      commands.call("CLUSTER", "SET-CONFIG-EPOCH", "" + (member + 1));
      if (member > 0) {
        commands.call(
            "CLUSTER", "MEET", "127.0.0.1", "" + members.get(0).port(), "" + buses.get(0));
      }
    }
  }

  /**
   * Without {@code cluster-require-full-coverage}, the state is {@code ok} before all slots are.
   */
  private static void awaitReady(RedisMember member) {
    Waiting.until(
        "a cluster",
        () -> member.answer("CLUSTER", "INFO"),
        info ->
            info.contains("cluster_state:ok")
                && info.contains("cluster_known_nodes:4")
                && info.contains("cluster_slots_ok:" + SLOTS));
  }

  private static void awaitReplica(RedisMember replica) {
    Waiting.until(
        "a replica",
        () -> replica.answer("INFO", "replication"),
        info -> info.contains("master_link_status:up"));
  }

  private static RedissonClient connect(List<RedisMember> members) {
    Config config = Reach.config();
    ClusterServersConfig cluster = config.useClusterServers();
    cluster.setMasterConnectionMinimumIdleSize(1).setSlaveConnectionMinimumIdleSize(1);
    cluster.setScanInterval(500).setNatMapper(Reach.through(members));
    Reach.impatiently(cluster);
    members.forEach(member -> cluster.addNodeAddress("redis://127.0.0.1:" + member.port()));
    return Redisson.create(config);
  }

  /** Returns the client that its nodes share; it ends with the cluster. */
  public RedissonClient client() {
    return client;
  }

  /**
   * Returns the masters, in the order of their slots. The first changes with each {@link
   * #failOver}.
   */
  public List<RedisMember> masters() {
    return List.copyOf(masters);
  }

  /**
   * Ends the first master like a crash, and lets its replica take its place. The old master comes
   * back as a replica.
   */
  public void failOver() {
    RedisMember ended = masters.get(0);
    awaitReplica(replica);
    ended.kill();
    replica.answer("CLUSTER", "FAILOVER", "TAKEOVER");
    masters.set(0, replica);
    replica = ended;
    Waiting.until(
        "a new master",
        () -> masters.get(1).answer("CLUSTER", "NODES"),
        nodes -> nodes.lines().anyMatch(this::isFirstMaster));
    ended.revive();
    awaitReplica(ended);
  }

  private boolean isFirstMaster(String line) {
    return line.contains(":" + masters.get(0).port() + "@")
        && line.contains("master")
        && line.contains(" 0-");
  }

  /** Fills the memory of all masters. */
  public void fill() {
    masters.forEach(RedisMember::fill);
  }

  /** Undoes {@link #fill}. */
  public void unfill() {
    masters.forEach(RedisMember::unfill);
  }

  @Override
  public RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return node.redisson(client);
  }

  @Override
  public List<Integer> ports() {
    return RedisMember.portsOf(masters);
  }

  @Override
  public void restore() {
    masters.forEach(RedisMember::restore);
    masters.forEach(RedisCluster::awaitReady);
    if (masters.get(0).answer("ROLE").startsWith("[slave")) { // away until it was replaced
      replica = masters.set(0, replica);
    }
  }

  @Override
  public void close() {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    masters.forEach(RedisMember::close);
    replica.close();
  }
}
