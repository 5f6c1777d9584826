package io.callbox.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.service.LedgerStub;
import io.callbox.testkit.time.Await;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes in one line, in real and in virtual time. */
@Timeout(60)
final class NodesTest {

  @Test
  void nodeInOneLineIsCalled() {
    try (Nodes nodes = Nodes.inMemory()) {
      assertEquals(7, new LedgerStub(nodes.serving(new LedgerSkeleton(new LedgerBook()))).enter(7));
    }
  }

  @Test
  void nodesCloseAtOnce() {
    long start = System.nanoTime();
    for (int round = 0; round < 10; round++) {
      try (Nodes nodes = Nodes.inMemory()) {
        nodes.start("a", new LedgerSkeleton(new LedgerBook()));
        assertEquals(1, new LedgerStub(nodes.channelToAny()).enter(1));
      }
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 30_000);
  }

  @Test
  void nodeThatIsClosedTwiceDoesNotWait() {
    long start = System.nanoTime();
    try (Nodes nodes = Nodes.inMemory()) {
      nodes.start("a", new LedgerSkeleton(new LedgerBook())).close();
    }
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 30_000);
  }

  /** In real time few wait a moment for others where many have left together. */
  @Test
  void fewCallsAfterManyAreAnsweredThoughTimeStandsStill() throws Exception {
    try (Nodes nodes = Nodes.inMemory(new VirtualClock())) {
      nodes.start("a", new LedgerSkeleton(new LedgerBook()));
      LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.channelToAny());
      for (int round = 0; round < 20; round++) {
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int call = 0; call < 500; call++) {
          calls.add(ledger.enter(1));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).get(20, SECONDS);
        ledger.enter(1).get(20, SECONDS);
      }
    }
  }

  @Test
  void timeoutOfAMinuteTakesMilliseconds() {
    VirtualClock clock = new VirtualClock();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Nodes nodes = Nodes.inMemory(clock)) {
      LedgerBook slow = LedgerBook.held(running, release);
      nodes.start("slow", new LedgerSkeleton(slow));
      CompletableFuture<Integer> call =
          new LedgerAsyncStub(nodes.channelToAny()).withTimeout(Duration.ofMinutes(1)).enter(1);
      Await.latch(running);
      clock.advance(Duration.ofMinutes(1));
      CompletionException failed = assertThrows(CompletionException.class, call::join);
      RpcException late = assertInstanceOf(RpcException.class, failed.getCause());
      assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
      assertEquals(Executed.UNKNOWN, late.executed());
      release.countDown();
    }
  }

  @Test
  void nodeStaysAliveWhileTimePasses() {
    VirtualClock clock = new VirtualClock();
    try (Nodes nodes = Nodes.inMemory(clock)) {
      nodes.start("a", new LedgerSkeleton(new LedgerBook()));
      LedgerStub ledger = new LedgerStub(nodes.channelToAny());
      for (int hour = 0; hour < 3; hour++) {
        clock.advance(Duration.ofHours(1));
        assertEquals(hour, ledger.enter(hour));
      }
    }
  }
}
