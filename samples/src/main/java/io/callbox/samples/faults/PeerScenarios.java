package io.callbox.samples.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RemoteInvocationOptions;

/** The same for Redisson's RRemoteService, where it can run the same. */
final class PeerScenarios {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int ACK_SECONDS = 5;
  private static final int PERMITS = 16;

  private PeerScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("peer-kill", PeerScenarios::kill),
        new Scenario("peer-role-flip", PeerScenarios::roleFlip),
        new Scenario("peer-unencodable", PeerScenarios::unencodable));
  }

  private static List<Row> kill(Bench bench) throws Exception {
    Deque<Worker> workers = new ArrayDeque<>();
    for (int worker = 0; worker < 3; worker++) {
      workers.add(worker(bench, "first-" + worker, PERMITS));
    }
    PeerWork work = client(bench);
    int kills = Math.min(10, 1 + bench.scale.kills() / 5);
    try (Callers callers = Callers.start(16, number -> work.once(number, 3) == number, PAUSE)) {
      for (int kill = 0; kill < kills; kill++) {
        workers.remove().kill();
        workers.add(worker(bench, "next-" + kill, PERMITS));
      }
      return row("RRemoteService: kill -9", bench, callers, kills + " kills");
    }
  }

  private static List<Row> roleFlip(Bench bench) throws Exception {
    worker(bench, "worker", PERMITS);
    PeerWork work = client(bench);
    try (Callers callers = Callers.start(32, number -> work.once(number, 20) == number, PAUSE)) {
      callers.untilRight(50);
      RedisScenarios.flip(bench, callers);
      callers.during(bench.scale.disturbance());
      int before = callers.tally().right();
      callers.during(Duration.ofSeconds(3));
      int after = callers.tally().right() - before;
      String remark = after + " right in the 3 s at the end";
      return row("RRemoteService: primary a replica for 1 s", bench, callers, remark);
    }
  }

  /** As many calls as it takes to use up the permits, then good ones. */
  private static List<Row> unencodable(Bench bench) throws Exception {
    worker(bench, "worker", 2);
    PeerWork work = client(bench);
    Tally tally = new Tally();
    for (int call = 0; call < 3; call++) {
      int number = call;
      tally.count(() -> work.unencodable() == null);
      tally.count(() -> work.once(number, 0) == number);
    }
    Promise promise = Promise.nothing().saying("every other call is bad, 2 workers");
    return List.of(new Row("RRemoteService: result not encodable", tally, 0, promise));
  }

  private static List<Row> row(String name, Bench bench, Callers callers, String remark)
      throws Exception {
    Tally tally = callers.end();
    return List.of(
        new Row(name, tally, bench.logs.twice("once"), Promise.nothing().saying(remark)));
  }

  private static Worker worker(Bench bench, String id, int permits) throws IOException {
    String log = bench.logs.of(id).toString();
    Worker worker =
        Worker.start(List.of(), PeerWorker.class, bench.redis.directUri(), log, "" + permits);
    return bench.keep(worker).awaitReady();
  }

  private static PeerWork client(Bench bench) {
    return RedisScenarios.redisson(bench, 64)
        .getRemoteService("peer")
        .get(
            PeerWork.class,
            RemoteInvocationOptions.defaults()
                .expectAckWithin(ACK_SECONDS, TimeUnit.SECONDS)
                .expectResultWithin(Bench.TIMEOUT.toSeconds(), TimeUnit.SECONDS));
  }
}
