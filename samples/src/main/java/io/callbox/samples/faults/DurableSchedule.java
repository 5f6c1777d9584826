package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Many durable calls wait for their time, most of them for long, and some leave each millisecond:
 * measures how late these begin, and what the others take up in Redis.
 */
final class DurableSchedule {

  private static final int AT_ONCE = 1_000;
  private static final int DUE_A_SECOND = 1_000;
  private static final Duration LEAD = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private DurableSchedule() {}

  static List<Row> run(Bench bench) throws Exception {
    RpcNode client = bench.caller();
    WorkDurableStub work = new WorkDurableStub(client.channelToAny()).async();
    bench.provider("provider-1", 64);
    bench.provider("provider-2", 64);
    long empty = memory(bench);
    int waiting = bench.scale.scheduled();
    Instant far = Instant.now().plus(Duration.ofDays(1));
    submit(waiting, number -> work.at(far.plusMillis(number)).onceLater(-number - 1, 0));
    long each = (memory(bench) - empty) / Math.max(1, waiting);
    List<CallHandle<Integer>> handles = new ArrayList<>();
    int due = Math.min(waiting, 20 * DUE_A_SECOND);
    Instant start = Instant.now().plus(LEAD).plusMillis(due / 10);
    submit(
        due,
        number -> {
          CallHandle<Integer> call = work.at(start.plusMillis(number)).onceLater(number + 1, 0);
          handles.add(call);
          return call;
        });
    Tally tally = new Tally();
    List<Long> late = new ArrayList<>();
    for (CallHandle<Integer> handle : handles) {
      tally.count(() -> handle.await(PATIENCE) > 0);
      CallStatus.Times times = handle.status().times();
      late.add(Duration.between(times.due(), times.started()).toMillis());
    }
    Collections.sort(late);
    String remark =
        "%d wait, %d bytes each; begun late by %d ms at the median, %d ms at p99"
            .formatted(waiting, each, late.get(late.size() / 2), late.get(late.size() * 99 / 100));
    Promise promise =
        Promise.within(PATIENCE).losingNone().failingNone().runningNoneTwice().saying(remark);
    return List.of(
        new Row(
            "durable, scheduled, " + DUE_A_SECOND + " due a second",
            tally,
            bench.logs.twice("onceLater"),
            promise));
  }

  /** Submits calls, some at a time, and waits until they are accepted. */
  private static void submit(int count, IntFunction<CallHandle<Integer>> submission) {
    for (int from = 0; from < count; from += AT_ONCE) {
      List<CompletableFuture<?>> accepted = new ArrayList<>();
      for (int number = from; number < Math.min(count, from + AT_ONCE); number++) {
        accepted.add(submission.apply(number).accepted());
      }
      CompletableFuture.allOf(accepted.toArray(CompletableFuture[]::new)).join();
    }
  }

  private static long memory(Bench bench) throws Exception {
    for (String line : bench.redis.command("INFO", "memory").lines().toList()) {
      if (line.startsWith("used_memory:")) {
        return Long.parseLong(line.substring("used_memory:".length()).strip());
      }
    }
    throw new IllegalStateException("Redis does not say what it uses");
  }
}
