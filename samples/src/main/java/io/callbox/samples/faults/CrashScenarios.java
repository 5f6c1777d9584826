package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Workers die, freeze, end, or are there twice. */
final class CrashScenarios {

  /** The timeout of a call whose worker dies once or twice. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(40);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(2);

  private CrashScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("kill", CrashScenarios::kill),
        new Scenario("rolling-restart", CrashScenarios::rollingRestart),
        new Scenario("freeze", CrashScenarios::freeze),
        new Scenario("stop", CrashScenarios::stop),
        new Scenario("twins", CrashScenarios::twins));
  }

  /** Kills one of four workers after the other, while calls of both kinds are made. */
  private static List<Row> kill(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny().waitForProvider()).withTimeout(PATIENCE);
    Deque<Worker> workers = new ArrayDeque<>(startAll(bench, "first", 4));
    try (Callers again = Callers.start(16, number -> work.again(number, 3) == number, PAUSE);
        Callers once = Callers.start(16, number -> work.once(number, 3) == number, PAUSE)) {
      for (int kill = 0; kill < bench.scale.kills(); kill++) {
        workers.remove().kill();
        workers.add(next(bench, "next-" + kill));
      }
      again.until(() -> again.tally().calls() >= bench.scale.calls());
      once.until(() -> once.tally().calls() >= bench.scale.calls());
      String remark = bench.scale.kills() + " kills";
      Promise idempotent =
          Promise.within(PATIENCE)
              .losingNone()
              .saying(remark + "; may run again: that is the point");
      Promise other = Promise.within(PATIENCE).losingNone().runningNoneTwice().saying(remark);
      return List.of(
          new Row("kill -9, idempotent", again.end(), bench.logs.twice("again"), idempotent),
          new Row("kill -9, other", once.end(), bench.logs.twice("once"), other));
    }
  }

  /** A worker that comes up. On a machine under load, one may find no Redis in time, and end. */
  private static Worker next(Bench bench, String id) throws IOException {
    try {
      return bench.worker(id).awaitReady();
    } catch (IOException ended) {
      return bench.worker(id + "-again").awaitReady();
    }
  }

  private static List<Row> rollingRestart(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny());
    List<Worker> workers = startAll(bench, "old", 3);
    try (Callers callers =
        Callers.start(8, number -> work.once(number, 3) == number, SHORT_PAUSE)) {
      for (Worker worker : workers) {
        worker.stop();
        bench.worker("new-" + workers.indexOf(worker)).awaitReady();
      }
      callers.untilRight(100);
      Promise promise = Promise.within(Bench.TIMEOUT).failingNone().runningNoneTwice();
      return row("rolling restart of 3", bench, callers, promise);
    }
  }

  /** A worker is frozen for longer than its lease, and goes on. */
  private static List<Row> freeze(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny()).withTimeout(PATIENCE);
    List<Worker> workers = startAll(bench, "worker", 2);
    try (Callers callers =
        Callers.start(8, number -> work.once(number, 20) == number, SHORT_PAUSE)) {
      callers.untilRight(50);
      workers.get(0).freeze();
      callers.during(Worker.LEASE.multipliedBy(3));
      workers.get(0).thaw();
      callers.untilRight(100);
      Promise promise = Promise.within(PATIENCE).losingNone().runningNoneTwice();
      return row("worker frozen and thawed", bench, callers, promise);
    }
  }

  /** One of two servers is closed under load, then the caller's node. */
  private static List<Row> stop(Bench bench) throws Exception {
    RpcNode caller = bench.caller();
    Work work = new WorkStub(caller.channelToAny());
    RpcNode leaving = bench.provider("leaving", 16);
    bench.provider("staying", 16);
    List<Row> rows = new ArrayList<>();
    try (Callers callers =
        Callers.start(8, number -> work.once(number, 3) == number, SHORT_PAUSE)) {
      callers.untilRight(100);
      leaving.close();
      callers.untilRight(100);
      Promise promise = Promise.within(Bench.TIMEOUT).failingNone().runningNoneTwice();
      rows.addAll(row("server closed under load", bench, callers, promise));
    }
    try (Callers callers = Callers.start(8, number -> work.once(-number, 50) == -number, PAUSE)) {
      callers.untilRight(20);
      caller.close();
      Promise promise =
          Promise.within(Bench.TIMEOUT)
              .losingNone()
              .runningNoneTwice()
              .saying("pending calls are cancelled");
      rows.addAll(row("caller closed under load", bench, callers, promise));
    }
    return rows;
  }

  private static List<Row> twins(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelTo("twin"));
    bench.keep(bench.describe("twin").sharedId().start());
    bench.keep(bench.describe("twin").sharedId().start());
    try (Callers callers =
        Callers.start(8, number -> work.once(number, 1) == number, SHORT_PAUSE)) {
      callers.untilRight(1_000);
      Promise promise =
          Promise.within(Bench.TIMEOUT)
              .failingNone()
              .runningNoneTwice()
              .saying("they share one inbox");
      return row("two servers on one id", bench, callers, promise);
    }
  }

  private static List<Row> row(String name, Bench bench, Callers callers, Promise promise)
      throws Exception {
    Tally tally = callers.end();
    return List.of(new Row(name, tally, bench.logs.twice("once"), promise));
  }

  private static List<Worker> startAll(Bench bench, String prefix, int count) throws Exception {
    List<Worker> workers = new ArrayList<>();
    for (int worker = 0; worker < count; worker++) {
      workers.add(bench.worker(prefix + '-' + worker));
    }
    for (Worker worker : workers) {
      worker.awaitReady();
    }
    return workers;
  }
}
