package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Workers, submitting programs and Redis die while durable calls are submitted and run. */
final class DurableScenarios {

  /** The time within which an accepted call must end if its worker dies again and again. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_KILLS = Duration.ofMillis(150);
  private static final int SAME = 50;

  private DurableScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("durable-kill", DurableScenarios::kill),
        new Scenario("durable-freeze", DurableFreeze::run),
        new Scenario("durable-restart", DurableScenarios::restart),
        new Scenario("durable-failover", DurableFailover::run),
        new Scenario("durable-same-id", DurableScenarios::sameId),
        new Scenario("durable-schedule", DurableSchedule::run));
  }

  /** Kills workers and submitting programs by turns. */
  private static List<Row> kill(Bench bench) throws Exception {
    Deque<Worker> workers = new ArrayDeque<>();
    Deque<Worker> submitters = new ArrayDeque<>();
    List<Path> accepted = new ArrayList<>();
    for (int first = 0; first < 2; first++) {
      workers.add(bench.worker("worker-" + first));
      submitters.add(submitter(bench, "submitter-" + first, accepted));
    }
    for (Worker each : List.copyOf(workers)) {
      each.awaitReady();
    }
    for (Worker each : List.copyOf(submitters)) {
      each.awaitReady();
    }
    for (int kill = 0; kill < bench.scale.kills(); kill++) {
      LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
      if (kill % 2 == 0) {
        workers.remove().kill();
        workers.add(bench.worker("next-worker-" + kill).awaitReady());
      } else {
        submitters.remove().kill();
        submitters.add(submitter(bench, "next-submitter-" + kill, accepted).awaitReady());
      }
    }
    submitters.forEach(Worker::kill);
    return rows("kill -9 of " + bench.scale.kills(), bench, accepted);
  }

  static Worker submitter(Bench bench, String id, List<Path> accepted) throws IOException {
    Path file = bench.logs.folder().resolve(id + ".accepted");
    accepted.add(file);
    return bench.keep(Submitter.start(bench.redis.directUri(), id, file, accepted.size()));
  }

  /** Every accepted call has ended, as another program sees it. */
  static List<Row> rows(String name, Bench bench, List<Path> accepted) throws Exception {
    RpcNode reader = bench.caller();
    WorkDurableStub work = new WorkDurableStub(reader.channelToAny());
    Tally again = new Tally();
    Tally once = new Tally();
    for (Path file : accepted) {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] words = line.split(" ", -1);
        boolean idempotent = words[0].equals("again");
        int number = Integer.parseInt(words[2]);
        CallHandle<Integer> call =
            idempotent ? work.attachAgainLater(words[1]) : work.attachOnceLater(words[1]);
        (idempotent ? again : once).count(() -> call.await(PATIENCE) == number);
      }
    }
    String found = "accepted calls, found by id by another program";
    Promise all = Promise.within(PATIENCE).losingNone();
    return List.of(
        new Row(
            "durable, " + name + ", idempotent",
            again,
            bench.logs.twice("againLater"),
            all.failingNone().saying(found + "; may run again")),
        new Row(
            "durable, " + name + ", other",
            once,
            bench.logs.twice("onceLater"),
            all.runningNoneTwice().saying(found)));
  }

  /** Redis is killed and comes back with its append-only file, while calls are submitted. */
  private static List<Row> restart(Bench bench) throws Exception {
    RpcNode client = bench.caller();
    WorkDurableStub work = new WorkDurableStub(client.channelToAny());
    bench.provider("provider", 16);
    Queue<Integer> accepted = new ConcurrentLinkedQueue<>();
    Tally tally = new Tally();
    try (Callers callers =
        Callers.start(
            8,
            number -> {
              work.withId("restart-" + number).onceLater(number, 3);
              return accepted.add(number);
            },
            Duration.ofMillis(2))) {
      callers.untilRight(200);
      bench.redis.kill();
      callers.during(Duration.ofSeconds(1));
      bench.redis.revive();
      callers.untilRight(200);
      callers.end();
    }
    for (int number : accepted) {
      CallHandle<Integer> call = work.attachOnceLater("restart-" + number);
      tally.count(() -> call.await(PATIENCE) == number);
    }
    Promise promise =
        Promise.within(PATIENCE)
            .losingNone()
            .runningNoneTwice()
            .failingNone()
            .saying("accepted calls; append-only file");
    return List.of(
        new Row("durable, Redis restarts", tally, bench.logs.twice("onceLater"), promise));
  }

  /** Fifty clients submit the same id at once, again and again. */
  private static List<Row> sameId(Bench bench) throws Exception {
    bench.provider("provider", 16);
    List<RpcNode> nodes = new ArrayList<>();
    for (int node = 0; node < 5; node++) {
      nodes.add(
          bench.keep(RpcNode.builder("caller-" + node).redis(bench.redis.directUri()).start()));
    }
    Tally tally = new Tally();
    for (int round = 1; round <= bench.scale.kills(); round++) {
      int number = round;
      CountDownLatch start = new CountDownLatch(1);
      List<Thread> callers = new ArrayList<>();
      for (int caller = 0; caller < SAME; caller++) {
        WorkDurableStub work =
            new WorkDurableStub(nodes.get(caller % nodes.size()).channelToAny())
                .withId("same-" + number);
        callers.add(
            new Thread(
                () -> {
                  await(start);
                  tally.count(() -> work.onceLater(number, 1).await(PATIENCE) == number);
                }));
      }
      callers.forEach(Thread::start);
      start.countDown();
      for (Thread caller : callers) {
        caller.join();
      }
    }
    Promise promise =
        Promise.within(PATIENCE)
            .failingNone()
            .runningNoneTwice()
            .saying(SAME + " clients at once, each round");
    return List.of(new Row("durable, the same id", tally, bench.logs.twice("onceLater"), promise));
  }

  private static void await(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
