package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/** labrpc's benchmark: how many calls a second the network carries. */
@Timeout(120)
final class ThroughputTest {

  private static final int CALLS = Integer.getInteger("callbox.testkit.calls", 100_000);
  private static final int AT_ONCE = 512;

  @Test
  void networkIsFastEnoughForManySeeds(TestReporter reporter) throws Exception {
    SimulatedNetwork network = SimulatedNetwork.inMemory(new VirtualClock(), 1);
    try (Nodes nodes = network.nodes()) {
      nodes.start(
          "server",
          builder -> builder.concurrency(AT_ONCE).executor(Runnable::run),
          new LedgerSkeleton(new Echo()));
      LedgerAsyncStub ledger = new LedgerAsyncStub(nodes.start("client").channelTo("server"));
      run(ledger, CALLS / 2);
      long start = System.nanoTime();
      run(ledger, CALLS);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      long rate = CALLS * 1_000_000_000L / took.toNanos();
      reporter.publishEntry("calls per second", Long.toString(rate));
      assertEquals(CALLS + CALLS / 2, network.traffic().takenBy("server"));
      assertTrue(rate > 5_000, "only " + rate + " calls per second");
    }
  }

  private static void run(LedgerAsyncStub ledger, int calls) throws InterruptedException {
    Semaphore room = new Semaphore(AT_ONCE);
    LongAdder wrong = new LongAdder();
    for (int call = 0; call < calls; call++) {
      room.acquire();
      int number = call;
      ledger
          .look(number)
          .whenComplete(
              (answer, failure) -> {
                if (failure != null || answer != number) {
                  wrong.increment();
                }
                room.release();
              });
    }
    room.acquire(AT_ONCE);
    assertEquals(0, wrong.sum());
  }

  /** Counts nothing. */
  private static final class Echo extends LedgerBook {
    @Override
    public int enter(int number) {
      return number;
    }
  }
}
