package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallObserver;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.redisson.api.RedissonClient;

/**
 * One of three masters of a cluster is away again and again: killed and started again, and frozen.
 * It has the queue of {@link Work} and the list of nodes; another has that of {@link Beside} and
 * the replies, so that calls to this service have nothing to do with the master that is away.
 */
final class MasterScenarios {

  /** Of calls that have nothing to do with the master, on a machine that is busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int CALLS_BETWEEN = 200;

  private MasterScenarios() {}

  static List<Scenario> all() {
    return List.of(new Scenario("master-away", MasterScenarios::run));
  }

  private static List<Row> run(Bench bench) throws Exception {
    ClusteredRedis redis = bench.keep(ClusteredRedis.start(bench.folder("cluster")));
    String namespace = namespace(redis);
    int lost = redis.masterOf(Namespace.of(namespace).service("Work").key());
    provider(bench, redis.client(), namespace);
    RpcNode caller = caller(bench, redis, namespace);
    WorkStub work = new WorkStub(caller.channelToAny());
    BesideStub beside =
        new BesideStub(caller.channelToAny().waitForProvider()).withTimeout(PATIENCE);
    int away = 2 * bench.scale.failovers();
    try (Callers onIt = Callers.start(16, number -> work.once(number, 1) == number, PAUSE);
        Callers besideIt = Callers.start(16, number -> beside.beside(number, 1) == number, PAUSE)) {
      for (int time = 0; time < away; time++) {
        onIt.untilRight(CALLS_BETWEEN);
        leave(redis, lost, time % 2 == 0);
        besideIt.during(Worker.LEASE.multipliedBy(2));
        besideIt.untilRight(CALLS_BETWEEN);
        comeBack(redis, lost, time % 2 == 0);
      }
      onIt.untilRight(CALLS_BETWEEN);
      return rows(bench, away, onIt.end(), besideIt.end());
    }
  }

  private static List<Row> rows(Bench bench, int away, Tally onIt, Tally besideIt)
      throws IOException {
    Promise inTime = Promise.within(Bench.TIMEOUT).runningNoneTwice();
    String name = "1 master of 3 away " + away + " times, ";
    return List.of(
        new Row(
            name + "calls to its service",
            onIt,
            bench.logs.twice("once"),
            inTime.saying("killed and frozen in turn, for two leases each")),
        new Row(
            name + "calls beside it",
            besideIt,
            bench.logs.twice("beside"),
            Promise.within(PATIENCE).runningNoneTwice().failingNone()));
  }

  private static void leave(ClusteredRedis redis, int master, boolean killed) throws IOException {
    if (killed) {
      redis.kill(master);
    } else {
      redis.freeze(master);
    }
  }

  private static void comeBack(ClusteredRedis redis, int master, boolean killed)
      throws IOException {
    if (killed) {
      redis.restart(master);
    } else {
      redis.thaw(master);
    }
  }

  private static String namespace(ClusteredRedis redis) throws IOException {
    for (int number = 0; true; number++) {
      String name = "away-" + number;
      Namespace namespace = Namespace.of(name);
      int lost = redis.masterOf(namespace.service("Work").key());
      if (redis.masterOf(namespace.service("Beside").key()) != lost
          && redis.masterOf(namespace.nodes().key()) == lost) {
        return name;
      }
    }
  }

  private static void provider(Bench bench, RedissonClient redisson, String namespace) {
    LoggedWork work = new LoggedWork(bench.logs.of("provider"));
    bench.keep(
        RpcNode.builder("provider")
            .redisson(redisson)
            .namespace(namespace)
            .lease(Worker.LEASE)
            .register(new WorkSkeleton(work))
            .register(new BesideSkeleton(work))
            .start());
  }

  /** Nobody can choose the name of a node's reply list, so nodes come and go until it fits. */
  private static RpcNode caller(Bench bench, ClusteredRedis redis, String namespace)
      throws IOException {
    int wanted = redis.masterOf(Namespace.of(namespace).service("Beside").key());
    RedissonClient redisson = redis.client();
    for (int tries = 1; true; tries++) {
      AtomicReference<String> replies = new AtomicReference<>();
      RpcNode node =
          RpcNode.builder("caller")
              .redisson(redisson)
              .namespace(namespace)
              .timeout(Bench.TIMEOUT)
              .lease(Worker.LEASE)
              .interceptClient(
                  call -> {
                    replies.set(call.replyTo());
                    return CallObserver.NONE;
                  })
              .start();
      new BesideStub(node.channelToAny()).beside(-tries, 0);
      if (redis.masterOf(Objects.requireNonNull(replies.get())) == wanted) {
        return bench.keep(node);
      }
      node.close();
    }
  }
}
