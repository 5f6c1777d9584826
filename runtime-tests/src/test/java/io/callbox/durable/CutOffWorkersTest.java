package io.callbox.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.history.Seeds;
import io.callbox.testkit.network.SimulatedNetwork;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Workers that come and go: each is cut off its broker for a while, again and again, and learns
 * only afterwards what became of the calls that it has run. In virtual time.
 */
@Timeout(120)
final class CutOffWorkersTest {

  private static final int SEEDS = Integer.getInteger("callbox.testkit.runs", 40);
  private static final List<String> WORKERS = List.of("one", "two", "three");
  private static final int CALLS = 12;
  private static final int CUTS = 6;
  private static final Duration LONGER_THAN_ALL = Duration.ofSeconds(17);

  @Test
  void everyAcceptedCallEndsAndNoneRunsTwiceThatMayRunOnce() {
    Seeds.from(1, SEEDS).inParallel(4).runWith(Workers::new);
  }

  /** Three workers and a client of one network. */
  private static final class Workers implements Seeds.Worker {

    private final VirtualClock clock = new VirtualClock();
    private final SimulatedNetwork network = SimulatedNetwork.inMemory(clock, 0);
    private final Nodes nodes = network.nodes();
    private final Map<Integer, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final Jobs.Stub jobs;

    Workers() {
      for (String worker : WORKERS) {
        nodes.start(
            worker,
            builder -> builder.concurrency(4).lease(Duration.ofSeconds(3)),
            new Jobs.Skeleton(this::run));
      }
      jobs = new Jobs.Stub(nodes.start("client").channelToAny());
    }

    private int run(String method, int number, int millis) {
      runs.computeIfAbsent(number, absent -> new AtomicInteger()).incrementAndGet();
      return number;
    }

    @Override
    public void run(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      network.seed(seed);
      runs.clear();
      CompletableFuture<String> whole = new CompletableFuture<>();
      clock.after(LONGER_THAN_ALL, () -> whole.complete("all are back"));
      for (int cut = 0; cut < CUTS; cut++) {
        String worker = WORKERS.get(random.nextInt(WORKERS.size()));
        Duration from = Duration.ofMillis(random.nextInt(8_000));
        clock.after(from, () -> network.enable(worker, false));
        clock.after(
            from.plusMillis(500 + random.nextInt(8_000)), () -> network.enable(worker, true));
      }
      List<CompletableFuture<Integer>> once = new ArrayList<>();
      List<CompletableFuture<Integer>> again = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        Jobs.Stub later = jobs.after(Duration.ofMillis(random.nextInt(8_000)));
        once.add(later.once(2 * call, 0).result());
        again.add(later.again(2 * call + 1, 0).result());
      }
      for (int call = 0; call < CALLS; call++) {
        network.await(again.get(call));
        assertEnded(again.get(call), 2 * call + 1);
        network.await(once.get(call));
        assertEnded(once.get(call), 2 * call);
        AtomicInteger times = runs.getOrDefault(2 * call, new AtomicInteger());
        assertTrue(times.get() <= 1, () -> "it ran " + times + " times");
      }
      network.await(whole);
    }

    private static void assertEnded(CompletableFuture<Integer> call, int number) {
      try {
        assertEquals(number, call.join());
      } catch (CompletionException failed) {
        assertEquals(StatusCode.WORKER_LOST, ((RpcException) failed.getCause()).code());
      }
    }

    @Override
    public void close() {
      nodes.close();
    }
  }
}
