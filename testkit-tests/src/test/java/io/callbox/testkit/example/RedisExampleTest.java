package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcException;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@CallboxTest
@Timeout(60)
final class RedisExampleTest {

  @Serve final LedgerSkeleton skeleton = new LedgerSkeleton(new LedgerBook());

  @Test
  void callIsAnswered(Ledger ledger) {
    assertEquals(7, ledger.enter(7));
  }

  @Test
  void callFailsWhileRedisIsCutOff(RedisServer redis, LedgerStub ledger) {
    redis.cut();
    assertThrows(RpcException.class, () -> ledger.withTimeout(Duration.ofMillis(300)).enter(7));
  }
}
