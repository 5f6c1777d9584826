package io.callbox.masters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.junit.WithCluster;
import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.redis.RedisMember;
import io.callbox.testkit.time.Await;
import io.callbox.transport.AckMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A master of a cluster that is away for longer than a lease takes its own queues with it only. */
@WithCluster
@Timeout(180)
final class MasterAwayTest {

  private static final int ROUNDS = 5;

  @ParameterizedTest
  @EnumSource(AckMode.class)
  void callsToQueuesOfOtherMastersGoOnAndThoseOfTheLostOneWhenItIsBack(
      AckMode mode, RedisCluster cluster) throws Exception {
    try (TwoServices nodes = new TwoServices(cluster, mode);
        Ledger lost = nodes.triple(16);
        Ledger others = nodes.arith(16)) {
      lost.awaitRight(100);
      others.awaitRight(100);
      nodes.lost.pause();
      Await.until("its leases have ended", () -> nodes.problems().contains("services:Triple"));
      others.awaitRight(500);
      assertFalse(nodes.problems().contains("services:Arith"), nodes::problems);
      nodes.lost.resume();
      lost.awaitRight(100);
      Await.until("it is well", () -> nodes.server.health().problems().isEmpty());
      assertEquals(List.of(), others.end());
      assertEquals(Map.of(), others.failures());
      if (mode == AckMode.ON_ANSWER) { // else what was being popped is lost, and its caller waits
        assertEquals(List.of(), lost.end());
        assertEquals(0, nodes.client.queue("Triple").length(), "nothing is left behind");
      }
    }
  }

  @Test
  void callersAvoidTheShardsOfTheLostMaster(RedisCluster cluster) throws Exception {
    try (TwoServices nodes = new TwoServices(cluster, AckMode.ON_ANSWER)) {
      nodes.client.shards("Arith", 6);
      try (Ledger arith = nodes.arith(256)) {
        Await.until("calls go to all shards", nodes::isShardOfLostUsed);
        arith.awaitRight(200);
        nodes.lost.pause();
        arith.awaitRight(2_000);
        nodes.lost.resume();
        assertEquals(List.of(), arith.end());
        assertNoneIsLostButWhatItHadBeenSent(arith);
      }
    }
  }

  /** Neither of these masters has the list of nodes, in which the number is. */
  @Test
  void numberOfShardsChangesWhileAMasterIsAway(RedisCluster cluster) throws Exception {
    RedisMember away = cluster.masters().get(0);
    try (TwoServices nodes = new TwoServices(cluster, AckMode.ON_ANSWER);
        Ledger arith = nodes.arith(64)) {
      for (int number : new int[] {6, 2}) {
        arith.awaitRight(200);
        away.pause();
        nodes.client.shards("Arith", number);
        arith.awaitRight(500);
        away.resume();
      }
      nodes.client.shards("Arith", 1);
      arith.awaitRight(500);
      assertEquals(List.of(), arith.end());
      assertNoneIsLostButWhatItHadBeenSent(arith);
      Await.until("nothing is left behind", () -> nodes.client.queue("Arith").length() == 0);
    }
  }

  /** If the master is away for longer than a command waits, nobody knows whether it took a call. */
  private static void assertNoneIsLostButWhatItHadBeenSent(Ledger calls) {
    assertTrue(
        Set.of("UNAVAILABLE UNKNOWN").containsAll(calls.failures().keySet()), calls::toString);
  }

  /** A file keeps what it has answered. */
  @Test
  @Tag("drill")
  void masterThatIsKilledAgainAndAgainLosesNothingAndHoldsUpNoOther() throws Exception {
    try (RedisCluster cluster =
            RedisCluster.start("--cluster-require-full-coverage", "no", "--appendonly", "yes");
        TwoServices nodes = new TwoServices(cluster, AckMode.ON_ANSWER);
        Ledger lost = nodes.triple(64);
        Ledger others = nodes.arith(64)) {
      for (int round = 0; round < ROUNDS; round++) {
        lost.awaitRight(500);
        nodes.lost.kill();
        Await.until("its leases have ended", () -> nodes.problems().contains("services:Triple"));
        others.awaitRight(2_000);
        assertFalse(nodes.problems().contains("services:Arith"), nodes::problems);
        nodes.lost.revive();
        lost.awaitRight(500);
      }
      assertEquals(List.of(), others.end());
      assertEquals(Map.of(), others.failures());
      assertEquals(List.of(), lost.end());
      System.err.println("a master killed " + ROUNDS + " times: " + lost + "; others: " + others);
    }
  }
}
