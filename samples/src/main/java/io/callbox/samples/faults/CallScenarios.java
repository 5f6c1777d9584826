package io.callbox.samples.faults;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.json.Numbers;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Calls that go wrong by themselves, or are in each other's way. */
final class CallScenarios {

  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int BAD_CALLS = 200;
  private static final int LATE = 1_000;

  private CallScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("unencodable", bench -> bad("result not encodable", bench, Bad.RESULT)),
        new Scenario("oversized", bench -> bad("payload of 2 MiB", bench, Bad.SIZE)),
        new Scenario("unknown-method", bench -> bad("method unknown to server", bench, Bad.METHOD)),
        new Scenario("late-replies", CallScenarios::lateReplies),
        new Scenario("slow-handler", CallScenarios::slowHandler),
        new Scenario("interrupt", CallScenarios::interrupt));
  }

  private enum Bad {
    RESULT,
    SIZE,
    METHOD
  }

  /** A client newer than its server knows this one. */
  private static final MethodDescriptor<Integer> NEWER =
      MethodDescriptor.named("Work", "newer").returning(Numbers::readInt);

  /** More bad calls than the server has permits, then good ones. */
  private static List<Row> bad(String name, Bench bench, Bad kind) {
    RpcChannel channel = bench.caller().channelToAny();
    Work work = new WorkStub(channel);
    bench.provider("provider", 2);
    Tally tally = new Tally();
    for (int call = 0; call < BAD_CALLS; call++) {
      int number = call;
      tally.count(() -> badCall(kind, channel, number));
      tally.count(() -> work.once(number, 0) == number);
    }
    Promise promise =
        Promise.within(Bench.TIMEOUT).losingNone().saying("every other call is bad, 2 permits");
    return List.of(new Row(name, tally, 0, promise));
  }

  private static boolean badCall(Bad kind, RpcChannel channel, int number) {
    Work work = new WorkStub(channel);
    return switch (kind) {
      case RESULT -> work.unencodable(number).isEmpty();
      case SIZE -> work.length("x".repeat(2 << 20)) == 0;
      case METHOD ->
          ClientCalls.await(channel, NEWER, CallScenarios::writeNothing, CallOptions.DEFAULT)
              == number;
    };
  }

  private static void writeNothing(JsonGenerator out) throws IOException {
    out.writeStartArray();
    out.writeEndArray();
  }

  /** A thousand calls time out while they run; their replies come when nobody waits any more. */
  private static List<Row> lateReplies(Bench bench) {
    ExecutorService threads = Executors.newCachedThreadPool();
    bench.keep((AutoCloseable) threads::shutdownNow);
    bench.keep(bench.describe("provider").concurrency(2 * LATE).executor(threads).start());
    RpcChannel channel = bench.caller().channelToAny();
    WorkAsyncStub hasty = new WorkAsyncStub(channel).withTimeout(Duration.ofMillis(1_500));
    List<CompletableFuture<?>> late = new ArrayList<>();
    for (int call = 1; call <= LATE; call++) {
      late.add(hasty.once(-call, 2_500).handle((number, failure) -> failure));
    }
    late.forEach(CompletableFuture::join);
    Tally tally = new Tally();
    Work work = new WorkStub(channel);
    for (int call = 0; call < LATE; call++) {
      int number = call;
      tally.count(() -> work.once(number, 0) == number);
    }
    Promise promise = Promise.within(Bench.TIMEOUT).failingNone().saying("counted are those after");
    return List.of(new Row("after 1,000 late replies", tally, 0, promise));
  }

  private static List<Row> slowHandler(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny());
    bench.provider("provider", 4);
    try (Callers slow = Callers.start(4, number -> work.again(number, 1_000) == number, PAUSE);
        Callers quick = Callers.start(4, number -> work.once(number, 0) == number, PAUSE)) {
      quick.during(bench.scale.disturbance());
      slow.end();
      Promise promise =
          Promise.within(Bench.TIMEOUT)
              .losingNone()
              .saying("not promised: slow calls that fill a node delay the others");
      return List.of(new Row("slow handler beside others", quick.end(), 0, promise));
    }
  }

  /** Callers are interrupted again and again while others go on. */
  private static List<Row> interrupt(Bench bench) throws Exception {
    Work work = new WorkStub(bench.caller().channelToAny());
    bench.provider("provider", 16);
    try (Callers others = Callers.start(4, number -> work.once(number, 0) == number, PAUSE)) {
      for (int round = 0; round < BAD_CALLS; round++) {
        Thread victim = new Thread(() -> new Tally().count(() -> work.again(1, 50) == 1));
        victim.start();
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        victim.interrupt();
        victim.join();
      }
      Promise promise =
          Promise.within(Bench.TIMEOUT)
              .failingNone()
              .runningNoneTwice()
              .saying("counted are the others");
      return List.of(
          new Row("200 callers interrupted", others.end(), bench.logs.twice("once"), promise));
    }
  }
}
