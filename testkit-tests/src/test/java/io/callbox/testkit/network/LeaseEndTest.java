package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.service.LedgerAsyncStub;
import io.callbox.testkit.service.LedgerBook;
import io.callbox.testkit.service.LedgerSkeleton;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When callers hear of a node's death, in virtual time, to the tenth of a second. */
@Timeout(60)
final class LeaseEndTest {

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 6);
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  /** The caller's heart beats at even seconds; the lease of what it calls ends at 9.5. */
  @Test
  void callFailsWhenTheLeaseOfItsNodeEndsNotAtTheNextBeatAfterIt() throws Exception {
    try (Nodes nodes = network.nodes()) {
      RpcNode client = nodes.start("client");
      clock.advance(Duration.ofMillis(1_500));
      nodes.start("server", new LedgerSkeleton(new LedgerBook(this::slow)));
      CompletableFuture<Integer> call =
          new LedgerAsyncStub(client.channelTo("server")).withTimeout(Duration.ofHours(1)).enter(1);
      running.await();
      clock.advance(Duration.ofMillis(2_100)); // past the server's beat at 3.5
      network.delete("server");
      clock.advance(Duration.ofMillis(5_800));
      assertFalse(call.isDone(), "the lease lasts until 9.5");
      clock.advance(Duration.ofMillis(200));
      assertThrows(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
      release.countDown();
    }
  }

  private int slow(int number) {
    running.countDown();
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return number;
  }
}
