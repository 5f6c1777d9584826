package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** The number of queues that a service is spread over changes, and workers die meanwhile. */
final class ShardScenarios {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(40);

  /** As many calls as go to one shard before the next has its turn. */
  private static final int BURST = 64;

  /** In milliseconds: so that a worker that is killed runs some. */
  private static final int LONG = 50;

  /** By then all nodes have had a heartbeat. */
  private static final Duration HEARD = Duration.ofSeconds(3);

  private static final int[] NUMBERS = {1, 4, 2, 6, 3};

  private ShardScenarios() {}

  static List<Scenario> all() {
    return List.of(new Scenario("shards", ShardScenarios::change));
  }

  /** Ends with one queue again; bursts, so that callers go from shard to shard. */
  private static List<Row> change(Bench bench) throws Exception {
    RpcNode caller = bench.caller();
    WorkAsyncStub work =
        new WorkAsyncStub(caller.channelToAny().waitForProvider()).withTimeout(PATIENCE);
    Deque<Worker> workers = new ArrayDeque<>();
    for (int worker = 0; worker < 3; worker++) {
      workers.add(bench.roomyWorker("first-" + worker));
    }
    for (Worker worker : workers) {
      worker.awaitReady();
    }
    int changes = Math.max(2, bench.scale.kills() / 5);
    try (Callers again = bursts(number -> work.again(number, LONG));
        Callers once = bursts(number -> work.once(number, LONG))) {
      for (int change = 1; change <= changes; change++) {
        caller.shards("Work", change == changes ? 1 : NUMBERS[change % NUMBERS.length]);
        again.during(HEARD);
        workers.remove().kill();
        workers.add(bench.roomyWorker("next-" + change).awaitReady());
        again.untilRight(2 * BURST);
        once.untilRight(2 * BURST);
      }
      Promise idempotent = Promise.within(PATIENCE).losingNone();
      Promise other = Promise.within(PATIENCE).losingNone().runningNoneTwice();
      String remark = changes + " changes and kills, bursts of " + BURST;
      return List.of(
          row("again", again, bench, idempotent.saying(remark)),
          row("once", once, bench, other.saying(remark)));
    }
  }

  private static Row row(String method, Callers callers, Bench bench, Promise promise)
      throws Exception {
    String kind = method.equals("again") ? "idempotent" : "other";
    return new Row(
        "number of shards changes, " + kind, callers.end(), bench.logs.twice(method), promise);
  }

  private static Callers bursts(IntFunction<CompletableFuture<Integer>> call) {
    return Callers.startBursts(2, BURST, call, PAUSE);
  }
}
