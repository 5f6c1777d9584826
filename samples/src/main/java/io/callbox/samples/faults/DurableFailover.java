package io.callbox.samples.faults;

import io.callbox.annotation.Sync;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The master of Redis is killed again and again, and a sentinel puts its replica in its place,
 * while durable calls are submitted that a replica has to have.
 */
final class DurableFailover {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int CALLS_BETWEEN = 200;
  private static final int MILLIS = 3;

  private DurableFailover() {}

  static List<Row> run(Bench bench) throws Exception {
    ReplicatedRedis redis = bench.keep(ReplicatedRedis.start(bench.folder("replicated")));
    node(bench, redis, "provider-1");
    node(bench, redis, "provider-2");
    RpcNode client =
        bench.keep(
            RpcNode.builder("caller").redisson(redis.client()).timeout(Bench.TIMEOUT).start());
    WorkDurableStub work = new WorkDurableStub(client.channelToAny()).withSync(Sync.REPLICAS);
    Queue<Integer> accepted = new ConcurrentLinkedQueue<>();
    try (Callers callers = Callers.start(8, number -> submit(work, number, accepted), PAUSE)) {
      callers.untilRight(CALLS_BETWEEN);
      for (int failover = 0; failover < bench.scale.failovers(); failover++) {
        redis.failOver();
        callers.untilRight(CALLS_BETWEEN);
      }
      callers.end();
    }
    return rows(bench, work, accepted);
  }

  private static void node(Bench bench, ReplicatedRedis redis, String id) {
    bench.keep(
        RpcNode.builder(id)
            .redisson(redis.client())
            .lease(Worker.LEASE)
            .concurrency(16)
            .register(new WorkSkeleton(new LoggedWork(bench.logs.of(id))))
            .start());
  }

  private static boolean submit(WorkDurableStub work, int number, Queue<Integer> accepted) {
    WorkDurableStub named = work.withId("failover-" + number);
    if (number % 2 == 0) {
      named.againLater(number, MILLIS);
    } else {
      named.onceLater(number, MILLIS);
    }
    return accepted.add(number);
  }

  private static List<Row> rows(Bench bench, WorkDurableStub work, Queue<Integer> accepted)
      throws Exception {
    Tally again = new Tally();
    Tally once = new Tally();
    for (int number : accepted) {
      String id = "failover-" + number;
      CallHandle<Integer> call =
          number % 2 == 0 ? work.attachAgainLater(id) : work.attachOnceLater(id);
      (number % 2 == 0 ? again : once).count(() -> call.await(PATIENCE) == number);
    }
    String name = "durable, " + bench.scale.failovers() + " failovers, ";
    Promise all =
        Promise.within(PATIENCE).losingNone().saying("accepted calls; a replica has them");
    return List.of(
        new Row(name + "idempotent", again, bench.logs.twice("againLater"), all.failingNone()),
        new Row(name + "other", once, bench.logs.twice("onceLater"), all.runningNoneTwice()));
  }
}
