package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.service.Await;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A master that fails over in one annotation. */
@WithSentinel
@Timeout(180)
final class WithSentinelTest {

  @Serve final LedgerSkeleton ledgers = new LedgerSkeleton(new LedgerBook());

  @Test
  void callsGoOnAfterAFailover(RedisSentinel sentinel, LedgerStub ledger) {
    assertEquals(1, ledger.enter(1));
    sentinel.failOver();
    assertEquals(2, Await.success(() -> ledger.withTimeout(Duration.ofSeconds(2)).look(2)));
  }
}
