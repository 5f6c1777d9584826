package io.callbox.masters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.junit.WithCluster;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.transport.AckMode;
import io.callbox.trial.SlowProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.misc.RedisURI;

/** A master of a cluster that answers, but later than a take waits for one of several queues. */
@WithCluster
@Timeout(180)
@Tag("drill")
final class SlowMasterTest {

  private static final Duration DELAY = Duration.ofMillis(300);

  /** With so many calls under way, there is always another that waits. */
  private static final int WORK_MILLIS = 20;

  private static final Duration LEASE = Duration.ofSeconds(6);

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void queueOfASlowMasterIsServedBesideOneThatAlwaysHasRequests(AckMode mode, RedisCluster cluster)
      throws Exception {
    RedisMember far = cluster.masters().get(TwoServices.LOST);
    try (SlowProxy way = SlowProxy.to(far, DELAY)) {
      RedissonClient redisson = client(cluster, far, way);
      try (TwoServices nodes =
              new TwoServices(
                  cluster,
                  node -> node.acknowledge(mode).redisson(redisson).lease(LEASE),
                  WORK_MILLIS);
          Ledger slow = nodes.triple(4);
          Ledger busy = nodes.arith(256)) {
        busy.awaitRight(200);
        slow.awaitRight(8);
        busy.awaitRight(200);
        assertEquals(List.of(), slow.end());
        assertEquals(List.of(), busy.end());
        assertEquals(Map.of(), slow.failures());
        assertEquals(Map.of(), busy.failures());
      } finally {
        redisson.shutdown(0, 5, TimeUnit.SECONDS);
      }
    }
  }

  private static RedissonClient client(RedisCluster cluster, RedisMember far, SlowProxy way) {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useClusterServers()
        .addNodeAddress("redis://127.0.0.1:" + cluster.masters().get(0).port())
        .setNatMapper(
            uri ->
                uri.getPort() == far.port()
                    ? new RedisURI(uri.getScheme(), uri.getHost(), way.port())
                    : uri);
    return Redisson.create(config);
  }
}
