package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/** Redis goes away, changes its role, or cuts connections; or there are too few of them. */
final class RedisScenarios {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration CUT = Duration.ofMillis(150);
  private static final String FAILS_FAST =
      "not promised: a call whose request or reply is under way may time out";

  private RedisScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("calm", RedisScenarios::calm),
        new Scenario("outage", RedisScenarios::outage),
        new Scenario("client-kill", RedisScenarios::clientKill),
        new Scenario("role-flip", RedisScenarios::roleFlip),
        new Scenario("pool", RedisScenarios::pool));
  }

  /** Something that is done to Redis while calls are made. */
  @FunctionalInterface
  private interface Trouble {
    void make(Callers callers) throws Exception;
  }

  private static List<Row> calm(Bench bench) throws Exception {
    Promise promise = Promise.within(Bench.TIMEOUT).failingNone().runningNoneTwice();
    return run("nothing goes wrong", bench, callers -> callers.untilRight(1_000), promise);
  }

  private static List<Row> outage(Bench bench) throws Exception {
    String name = "Redis gone for " + bench.scale.outage().toSeconds() + " s";
    Promise promise = Promise.within(Bench.TIMEOUT).runningNoneTwice().saying(FAILS_FAST);
    return run(
        name,
        bench,
        callers -> {
          bench.redis.kill();
          callers.during(bench.scale.outage());
          bench.redis.revive();
        },
        promise);
  }

  private static List<Row> clientKill(Bench bench) throws Exception {
    Promise promise = Promise.within(Bench.TIMEOUT).runningNoneTwice().saying(FAILS_FAST);
    return run(
        "connections cut every 150 ms",
        bench,
        callers -> {
          long cuts = bench.scale.disturbance().dividedBy(CUT);
          for (long cut = 0; cut < cuts; cut++) {
            bench.redis.command("CLIENT", "KILL", "TYPE", "normal");
            callers.during(CUT);
          }
        },
        promise);
  }

  private static List<Row> roleFlip(Bench bench) throws Exception {
    Promise promise = Promise.within(Bench.TIMEOUT).runningNoneTwice().saying(FAILS_FAST);
    return run("primary a replica for 1 s", bench, callers -> flip(bench, callers), promise);
  }

  static void flip(Bench bench, Callers callers) throws Exception {
    bench.redis.command("REPLICAOF", "127.0.0.1", "1");
    callers.during(Duration.ofSeconds(1));
    bench.redis.command("REPLICAOF", "NO", "ONE");
  }

  private static List<Row> run(String name, Bench bench, Trouble trouble, Promise promise)
      throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny());
    bench.provider("provider", 16);
    try (Callers callers = Callers.start(8, number -> work.once(number, 1) == number, PAUSE)) {
      callers.untilRight(50);
      trouble.make(callers);
      callers.untilRight(100);
      return List.of(new Row(name, callers.end(), bench.logs.twice("once"), promise));
    }
  }

  /** Two connections for a node that always waits on one of them. */
  private static List<Row> pool(Bench bench) throws Exception {
    bench.provider("provider", 16);
    RedissonClient redisson = redisson(bench, 2);
    RpcNode caller = RpcNode.builder("pooled").redisson(redisson).timeout(Bench.TIMEOUT).start();
    bench.keep(caller);
    Work work = new WorkStub(caller.channelToAny());
    try (Callers callers =
        Callers.start(64, number -> work.once(number, 1) == number, Duration.ZERO)) {
      callers.untilRight(1_000);
      Promise promise = Promise.within(Bench.TIMEOUT).losingNone().runningNoneTwice();
      Row row =
          new Row("a pool of 2 connections", callers.end(), bench.logs.twice("once"), promise);
      return List.of(row);
    }
  }

  static RedissonClient redisson(Bench bench, int connections) {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    config
        .useSingleServer()
        .setAddress(bench.redis.directUri())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(connections);
    RedissonClient redisson = Redisson.create(config);
    bench.keep((AutoCloseable) () -> redisson.shutdown(0, 2, TimeUnit.SECONDS));
    return redisson;
  }
}
