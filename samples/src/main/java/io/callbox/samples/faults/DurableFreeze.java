package io.callbox.samples.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Workers are frozen while they run durable calls, for about as long as a lease. Those that take
 * over from them are frozen or killed in turn; then the frozen ones go on.
 */
final class DurableFreeze {

  private static final int WORKERS = 3;
  private static final int KILLS_TO_A_ROUND = 4;
  private static final Duration REST = Duration.ofMillis(500);

  private DurableFreeze() {}

  static List<Row> run(Bench bench) throws Exception {
    Deque<Worker> workers = new ArrayDeque<>();
    List<Path> accepted = new ArrayList<>();
    List<Worker> submitters = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      workers.add(bench.worker("worker-" + worker).awaitReady());
    }
    for (int submitter = 0; submitter < 2; submitter++) {
      String id = "submitter-" + submitter;
      submitters.add(DurableScenarios.submitter(bench, id, accepted).awaitReady());
    }
    SplittableRandom random = new SplittableRandom(1);
    int rounds = Math.max(2, bench.scale.kills() / KILLS_TO_A_ROUND);
    for (int round = 0; round < rounds; round++) {
      Worker first = workers.remove();
      Worker heir = workers.remove();
      first.freeze();
      aboutALease(random);
      if (round % 2 == 0) {
        heir.kill();
        heir = bench.worker("next-worker-" + round).awaitReady();
      } else {
        heir.freeze();
      }
      aboutALease(random);
      first.thaw();
      heir.thaw();
      LockSupport.parkNanos(REST.toNanos());
      workers.add(first);
      workers.add(heir);
    }
    submitters.forEach(Worker::kill);
    return DurableScenarios.rows("workers frozen " + rounds + " times", bench, accepted);
  }

  private static void aboutALease(SplittableRandom random) {
    LockSupport.parkNanos(Worker.LEASE.toNanos() * random.nextInt(60, 160) / 100);
  }
}
