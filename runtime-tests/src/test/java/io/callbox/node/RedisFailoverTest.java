package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.trial.Kept;
import io.callbox.trial.Load;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Calls while a Redis takes the place of another, and through too few connections. */
@Timeout(120)
@Tag("drill")
final class RedisFailoverTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LONGEST = TIMEOUT.plusSeconds(20);

  /** One whose queue of calls lies on the first master, which has the replica. */
  private static final String NAMESPACE = "calls";

  /** Has a replica stand for election as soon as its master has been away for a second. */
  private static final String[] ELECTING = {
    "--cluster-node-timeout", "1000", "--cluster-replica-validity-factor", "0"
  };

  private final Map<Integer, Integer> runs = new ConcurrentHashMap<>();
  @RegisterExtension private final Kept kept = new Kept();

  @Test
  void callsAreServedAgainAfterAMasterOfTheClusterDied() {
    RedisCluster cluster = kept.keep(RedisCluster.start(ELECTING));
    RedisMember doomed = cluster.masters().get(0);
    int slot =
        Integer.parseInt(doomed.command("CLUSTER", "KEYSLOT", NAMESPACE + ":services:Arith"));
    assertTrue(slot < 5_461, "the queue of calls lies on another master");
    RpcNode client = node("client", redisson(clusterConfig(cluster)));
    node("server", redisson(clusterConfig(cluster)));
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(50);
      doomed.kill();
      load.awaitRight(500);
      load.end();
      assertRightInTime(load); // that none ran twice would be more than a late replica can promise
    }
  }

  @Test
  void callsAreServedAgainAfterSentinelPutAnotherInPlace() {
    RedisSentinel sentinel = kept.keep(RedisSentinel.start());
    RpcNode client = node("client", redisson(sentinelConfig(sentinel)));
    node("server", redisson(sentinelConfig(sentinel)));
    try (Load load = Load.start(4, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(50);
      sentinel.failOver();
      load.awaitRight(500);
      load.end();
      assertRightInTime(load); // as above
    }
  }

  @Test
  void callsThroughAFullPoolAreAnsweredOrFailInTime() {
    RedisServer redis = kept.keep(RedisServer.start());
    node("server", redisson(singleConfig(redis, 64)));
    RpcNode client = node("client", redisson(singleConfig(redis, 2)));
    try (Load load = Load.start(32, client.channelToAny(), TIMEOUT)) {
      load.awaitRight(500);
      load.end();
      assertSound(load);
    }
  }

  private static void assertRightInTime(Load load) {
    System.err.println(load);
    assertEquals(0, load.wrong());
    assertTrue(load.longest().compareTo(LONGEST) < 0, load::toString);
  }

  private void assertSound(Load load) {
    assertRightInTime(load);
    assertTrue(runs.values().stream().allMatch(times -> times == 1), "a call ran twice");
  }

  private RpcNode node(String id, RedissonClient redisson) {
    RpcNodeBuilder builder =
        RpcNode.builder(id).namespace(NAMESPACE).redisson(redisson).lease(Duration.ofSeconds(2));
    if (id.equals("server")) {
      builder.register(
          new Arith.Skeleton(
              (a, b) -> {
                runs.merge(a, 1, Integer::sum);
                return a * b;
              }));
    }
    return kept.keep(builder.start());
  }

  private RedissonClient redisson(Config config) {
    RedissonClient redisson = Redisson.create(config.setThreads(2).setNettyThreads(2));
    kept.keep(() -> redisson.shutdown(0, 2, TimeUnit.SECONDS));
    return redisson;
  }

  private static Config clusterConfig(RedisCluster cluster) {
    Config config = new Config();
    config
        .useClusterServers()
        .addNodeAddress(
            cluster.ports().stream()
                .map(port -> "redis://127.0.0.1:" + port)
                .toArray(String[]::new))
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    return config;
  }

  private static Config sentinelConfig(RedisSentinel sentinel) {
    Config config = new Config();
    config
        .useSentinelServers()
        .setMasterName("callbox")
        .addSentinelAddress(sentinel.uri())
        .setCheckSentinelsList(false)
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .setSlaveConnectionMinimumIdleSize(1);
    return config;
  }

  private static Config singleConfig(RedisServer redis, int connections) {
    Config config = new Config();
    config
        .useSingleServer()
        .setAddress(redis.directUri())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(connections);
    return config;
  }
}
