package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How shards are named, and where in a Redis Cluster they lie. */
final class ShardsTest {

  @ParameterizedTest
  @CsvSource({"123456789,12739", "services:Arith,12688", "time,3083"})
  void slotIsThatOfRedisCluster(String key, int slot) {
    assertEquals(slot, Shards.slot(key));
  }

  @Test
  void firstShardIsTheQueueAndTheOthersStayWhenThereAreMore() {
    List<QueueName> all = Namespace.of("test").shards("Arith", QueueName.MOST_SHARDS);
    assertEquals("test:services:Arith", all.get(0).key());
    assertEquals(QueueName.MOST_SHARDS, Set.copyOf(all).size());
    assertEquals(all.subList(0, 5), Namespace.of("test").shards("Arith", 5));
    assertTrue(all.stream().allMatch(each -> Namespace.of("test").isOf("Arith", each)));
  }

  /** Four to a master: none has more than five. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 10})
  void mastersOfEqualPartsHaveShardsOfEqualNumber(int masters) {
    for (String service : List.of("Arith", "Reports", "billing.Invoices")) {
      List<QueueName> shards = Namespace.NONE.shards(service, 4 * masters);
      long most =
          IntStream.range(0, masters)
              .mapToLong(
                  master -> shards.stream().filter(each -> master(each, masters) == master).count())
              .max()
              .orElse(0);
      assertTrue(most <= 5, () -> service + ": one of " + masters + " has " + most);
    }
  }

  private static int master(QueueName shard, int masters) {
    return Shards.slot(shard.key()) * masters / 16_384;
  }
}
