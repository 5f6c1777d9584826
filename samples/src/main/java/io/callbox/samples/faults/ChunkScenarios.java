package io.callbox.samples.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** The same troubles while requests travel in chunks: calls are made in bursts. */
final class ChunkScenarios {

  /** The timeout of a call whose worker dies once or twice. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** As many requests as there are in a chunk at most. */
  private static final int BURST = 64;

  /** In milliseconds: so that a worker that is killed runs some. */
  private static final int LONG = 100;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(20);
  private static final Duration CUT = Duration.ofMillis(150);

  private ChunkScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("chunk-kill", ChunkScenarios::kill),
        new Scenario("chunk-freeze", ChunkScenarios::freeze),
        new Scenario("chunk-client-kill", ChunkScenarios::clientKill),
        new Scenario("chunk-full", ChunkScenarios::full));
  }

  /** Kills one of four workers after the other, with chunks of both kinds in flight. */
  private static List<Row> kill(Bench bench) throws Exception {
    WorkAsyncStub work = patient(bench);
    Deque<Worker> workers = new ArrayDeque<>(startAll(bench, 4));
    try (Callers again = bursts(2, number -> work.again(number, LONG), PAUSE);
        Callers once = bursts(2, number -> work.once(number, LONG), PAUSE)) {
      for (int kill = 0; kill < bench.scale.kills(); kill++) {
        workers.remove().kill();
        workers.add(next(bench, "next-" + kill));
      }
      again.until(() -> again.tally().calls() >= bench.scale.calls());
      once.until(() -> once.tally().calls() >= bench.scale.calls());
      String remark = bench.scale.kills() + " kills, bursts of " + BURST;
      Promise idempotent = Promise.within(PATIENCE).losingNone().saying(remark);
      Promise other = Promise.within(PATIENCE).losingNone().runningNoneTwice().saying(remark);
      return List.of(
          new Row(
              "chunks: kill -9, idempotent", again.end(), bench.logs.twice("again"), idempotent),
          new Row("chunks: kill -9, other", once.end(), bench.logs.twice("once"), other));
    }
  }

  /** A worker is frozen for longer than its lease, and goes on with the chunks it had begun. */
  private static List<Row> freeze(Bench bench) throws Exception {
    WorkAsyncStub work = patient(bench);
    List<Worker> workers = List.copyOf(startAll(bench, 2));
    try (Callers callers = bursts(2, number -> work.once(number, 20), SHORT_PAUSE)) {
      callers.untilRight(BURST);
      workers.get(0).freeze();
      callers.during(Worker.LEASE.multipliedBy(3));
      workers.get(0).thaw();
      callers.untilRight(2 * BURST);
      Promise promise = Promise.within(PATIENCE).losingNone().runningNoneTwice();
      return row("chunks: worker frozen and thawed", bench, callers, promise);
    }
  }

  /** Answers to pushes, takes and replies get lost. */
  private static List<Row> clientKill(Bench bench) throws Exception {
    WorkAsyncStub work = new WorkAsyncStub(bench.caller().channelToAny());
    bench.provider("provider", 4 * BURST);
    try (Callers callers = bursts(2, number -> work.once(number, 1), SHORT_PAUSE)) {
      callers.untilRight(BURST);
      long cuts = bench.scale.disturbance().dividedBy(CUT);
      for (long cut = 0; cut < cuts; cut++) {
        bench.redis.command("CLIENT", "KILL", "TYPE", "normal");
        callers.during(CUT);
      }
      callers.untilRight(BURST);
      Promise promise =
          Promise.within(Bench.TIMEOUT)
              .runningNoneTwice()
              .saying("not promised: a chunk whose push is not answered may time out");
      return row("chunks: connections cut every 150 ms", bench, callers, promise);
    }
  }

  /** Redis has used up its memory for a while: it refuses pushes, and takes answers. */
  private static List<Row> full(Bench bench) throws Exception {
    WorkAsyncStub work = new WorkAsyncStub(bench.caller().channelToAny());
    bench.provider("provider", 4 * BURST);
    try (Callers callers = bursts(2, number -> work.once(number, 1), SHORT_PAUSE)) {
      callers.untilRight(BURST);
      bench.redis.command("CONFIG", "SET", "maxmemory", "1");
      callers.during(Duration.ofSeconds(1));
      bench.redis.command("CONFIG", "SET", "maxmemory", "0");
      callers.untilRight(BURST);
      Promise promise = Promise.within(Bench.TIMEOUT).losingNone().runningNoneTwice();
      return row("chunks: Redis full for 1 s", bench, callers, promise);
    }
  }

  private static WorkAsyncStub patient(Bench bench) {
    return new WorkAsyncStub(bench.caller().channelToAny().waitForProvider()).withTimeout(PATIENCE);
  }

  private static Callers bursts(
      int count, IntFunction<CompletableFuture<Integer>> call, Duration pause) {
    return Callers.startBursts(count, BURST, call, pause);
  }

  private static List<Row> row(String name, Bench bench, Callers callers, Promise promise)
      throws Exception {
    Tally tally = callers.end();
    return List.of(new Row(name, tally, bench.logs.twice("once"), promise));
  }

  private static List<Worker> startAll(Bench bench, int count) throws IOException {
    Deque<Worker> workers = new ArrayDeque<>();
    for (int worker = 0; worker < count; worker++) {
      workers.add(bench.roomyWorker("first-" + worker));
    }
    for (Worker worker : workers) {
      worker.awaitReady();
    }
    return List.copyOf(workers);
  }

  /** A worker that comes up. On a machine under load, one may find no Redis in time, and end. */
  private static Worker next(Bench bench, String id) throws IOException {
    try {
      return bench.roomyWorker(id).awaitReady();
    } catch (IOException ended) {
      return bench.roomyWorker(id + "-again").awaitReady();
    }
  }
}
