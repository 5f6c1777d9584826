package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.redis.RedisCluster;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three masters in one annotation. */
@WithCluster
@Timeout(180)
final class WithClusterTest {

  @Serve final LedgerSkeleton ledgers = new LedgerSkeleton(new LedgerBook());

  @Test
  void callsAreAnsweredThroughACluster(RedisCluster cluster, LedgerStub ledger) {
    assertEquals(3, cluster.ports().size());
    for (int number = 0; number < 20; number++) {
      assertEquals(number, ledger.enter(number));
    }
  }
}
