package io.callbox.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.rpc.RpcException;
import io.callbox.testkit.redis.RedisSentinel;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    assertEquals(2, eventually(ledger.withTimeout(Duration.ofSeconds(2)), 2));
  }

  private static int eventually(LedgerStub ledger, int number) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (true) {
      try {
        return ledger.look(number);
      } catch (RpcException unavailable) {
        if (System.nanoTime() > end) {
          throw unavailable;
        }
      }
    }
  }
}
