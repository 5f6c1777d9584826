package io.callbox.testkit.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.Ledger;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class InMemoryExampleTest {

  @Test
  void callIsAnswered() {
    try (Nodes nodes = Nodes.inMemory()) {
      Ledger ledger = new LedgerStub(nodes.serving(new LedgerSkeleton(new LedgerBook())));
      assertEquals(7, ledger.enter(7));
    }
  }

  @Test
  void callThatNobodyServesEndsAfterItsTimeout() {
    VirtualClock clock = new VirtualClock();
    try (Nodes nodes = Nodes.inMemory(clock)) {
      LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.channelToAny().waitForProvider());
      CompletableFuture<Integer> call = ledger.withTimeout(Duration.ofMinutes(5)).enter(7);
      clock.advance(Duration.ofMinutes(5));
      CompletionException late = assertThrows(CompletionException.class, call::join);
      RpcException failure = assertInstanceOf(RpcException.class, late.getCause());
      assertEquals(StatusCode.DEADLINE_EXCEEDED, failure.code());
    }
  }
}
