package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.rpc.Replies;
import io.callbox.rpc.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Of those who are all called, one dies under the call, one is frozen, and one comes later. */
final class ToAllScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration UNDER_WAY = Duration.ofMillis(300);
  private static final int NUMBER = 1;
  private static final int MILLIS = 1_000;

  private ToAllScenario() {}

  static List<Scenario> all() {
    return List.of(new Scenario("to-all", ToAllScenario::run));
  }

  private static List<Row> run(Bench bench) throws Exception {
    Worker dying = bench.worker("dying");
    Worker frozen = bench.worker("frozen");
    for (int other = 0; other < bench.scale.providers() - 2; other++) {
      bench.provider("provider-" + other, 1);
    }
    dying.awaitReady();
    frozen.awaitReady();
    RpcNode caller = bench.caller();
    awaitAll(caller, bench.scale.providers());
    Replies<Integer> replies =
        new WorkAllStub(caller.channelToAll()).withTimeout(PATIENCE).once(NUMBER, MILLIS);
    LockSupport.parkNanos(UNDER_WAY.toNanos());
    dying.kill();
    frozen.freeze();
    bench.provider("new", 1);
    Tally tally = new Tally();
    tally.count(() -> replies.await().size() == bench.scale.providers());
    for (Reply<Integer> reply : replies.await()) {
      tally.count(() -> isRight(reply));
    }
    frozen.thaw();
    Promise promise =
        Promise.within(PATIENCE)
            .losingNone()
            .runningNoneTwice()
            .saying(
                "one dies, one is frozen, one is new; counted are the replies, and the call itself");
    int twice = bench.logs.twiceByOne("once");
    return List.of(new Row("to all of " + bench.scale.providers(), tally, twice, promise));
  }

  private static void awaitAll(RpcNode caller, int providers) {
    long start = System.nanoTime();
    while (caller.registry().providersOf("Work").size() < providers) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("not all providers are seen");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Throws what the reply failed with. */
  private static boolean isRight(Reply<Integer> reply) throws Exception {
    if (reply.failure() instanceof Exception failure) {
      throw failure;
    }
    Integer value = reply.value();
    return !reply.node().equals("new") && value != null && value == NUMBER;
  }
}
