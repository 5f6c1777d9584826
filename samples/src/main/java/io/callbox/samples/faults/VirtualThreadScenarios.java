package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Callers that block, and calls that run, on virtual threads: more than there are processors. */
final class VirtualThreadScenarios {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(1);

  /** At full scale, 10,000 callers and 20 kills. */
  private static final int CALLS_A_CALLER = 10;

  private static final int KILLS = 5;

  private VirtualThreadScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("virtual-threads", VirtualThreadScenarios::handlers),
        new Scenario("virtual-callers", VirtualThreadScenarios::callers));
  }

  private static List<Row> handlers(Bench bench) throws Exception {
    if (!VirtualThreads.exist()) {
      return List.of();
    }
    ExecutorService threads = VirtualThreads.executor();
    bench.keep((AutoCloseable) threads::shutdownNow);
    RpcNode provider = bench.describe("provider").concurrency(1_000).executor(threads).start();
    bench.keep(provider);
    Work work = new WorkStub(bench.caller().channelToAny());
    try (Callers callers = Callers.start(64, number -> work.once(number, 100) == number, PAUSE)) {
      callers.untilRight(1_000);
      Promise promise = Promise.within(Bench.TIMEOUT).failingNone().runningNoneTwice();
      return List.of(
          new Row("virtual-thread handlers", callers.end(), bench.logs.twice("once"), promise));
    }
  }

  /** Thousands of callers wait, while one of four workers after the other is killed. */
  private static List<Row> callers(Bench bench) throws Exception {
    if (!VirtualThreads.exist()) {
      return List.of();
    }
    Work work = new WorkStub(bench.caller().channelToAny().waitForProvider()).withTimeout(PATIENCE);
    Deque<Worker> workers = new ArrayDeque<>();
    for (int worker = 0; worker < 4; worker++) {
      workers.add(bench.virtualWorker("first-" + worker).awaitReady());
    }
    int half = bench.scale.calls() / CALLS_A_CALLER / 2;
    int kills = Math.max(2, bench.scale.kills() / KILLS);
    try (Callers again =
            Callers.startVirtual(half, number -> work.again(number, 20) == number, LONG_PAUSE);
        Callers once =
            Callers.startVirtual(half, number -> work.once(number, 20) == number, LONG_PAUSE)) {
      for (int kill = 0; kill < kills; kill++) {
        workers.remove().kill();
        workers.add(bench.virtualWorker("next-" + kill).awaitReady());
      }
      again.until(() -> again.tally().calls() >= bench.scale.calls());
      once.until(() -> once.tally().calls() >= bench.scale.calls());
      String remark = kills + " kills, " + 2 * half + " callers";
      Promise idempotent = Promise.within(PATIENCE).losingNone().saying(remark + "; may run again");
      Promise other = Promise.within(PATIENCE).losingNone().runningNoneTwice().saying(remark);
      return List.of(
          new Row(
              "virtual threads: kill -9, idempotent",
              again.end(),
              bench.logs.twice("again"),
              idempotent),
          new Row("virtual threads: kill -9, other", once.end(), bench.logs.twice("once"), other));
    }
  }
}
