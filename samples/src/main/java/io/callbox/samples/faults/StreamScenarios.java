package io.callbox.samples.faults;

import io.callbox.node.RpcNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Streams during which the worker that gives them, the program that reads them, or Redis is killed.
 */
final class StreamScenarios {

  /** The time within which a stream must end if its giver or Redis dies. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_KILLS = Duration.ofMillis(500);
  private static final Duration BETWEEN_ITEMS = Duration.ofMillis(1);
  private static final Duration NO_PAUSE = Duration.ZERO;
  private static final int ITEMS = 500;
  private static final int READERS = 8;

  private StreamScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("stream-kill", StreamScenarios::kill),
        new Scenario("stream-reader-kill", StreamScenarios::readerKill),
        new Scenario("stream-restart", StreamScenarios::restart));
  }

  /** Kills one of three who give streams after the other. */
  private static List<Row> kill(Bench bench) throws Exception {
    Deque<Worker> givers = new ArrayDeque<>();
    for (int first = 0; first < 3; first++) {
      givers.add(giver(bench, "giver-" + first));
    }
    try (Callers readers = readers(bench)) {
      readers.untilRight(READERS);
      for (int kill = 0; kill < bench.scale.kills(); kill++) {
        LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
        givers.remove().kill();
        givers.add(giver(bench, "next-" + kill));
      }
      readers.untilRight(READERS);
      String remark = bench.scale.kills() + " kills; each stream is whole, or fails";
      return rows("streams, kill -9 of givers", bench, readers, remark);
    }
  }

  /** Kills programs that read streams without end: whoever gives them stops. */
  private static List<Row> readerKill(Bench bench) throws Exception {
    CountedNumbers numbers = new CountedNumbers(stream -> {});
    bench.keep(
        RpcNode.builder("giver")
            .redis(bench.redis.directUri())
            .register(new NumbersSkeleton(numbers))
            .start());
    int streams = 0;
    for (int kill = 0; kill < bench.scale.kills(); kill++) {
      Worker reader = StreamReader.start(bench.redis.directUri(), "reader-" + kill, streams);
      bench.keep(reader).awaitReady().kill();
      streams += StreamReader.STREAMS;
    }
    Tally tally = new Tally();
    for (int stream = 0; stream < streams; stream++) {
      int number = stream;
      tally.count(() -> isClosedInTime(numbers, number));
    }
    Promise promise =
        Promise.within(PATIENCE)
            .failingNone()
            .saying(bench.scale.kills() + " kills; right: its giver has closed it");
    return List.of(new Row("streams, kill -9 of readers", tally, 0, promise));
  }

  private static boolean isClosedInTime(CountedNumbers numbers, int stream) {
    long start = System.nanoTime();
    while (numbers.isOpen(stream) && System.nanoTime() - start < PATIENCE.toNanos()) {
      LockSupport.parkNanos(BETWEEN_ITEMS.toNanos());
    }
    return !numbers.isOpen(stream);
  }

  /** Redis is killed, and comes back with its append-only file. */
  private static List<Row> restart(Bench bench) throws Exception {
    giver(bench, "giver");
    try (Callers readers = readers(bench)) {
      readers.untilRight(READERS);
      bench.redis.kill();
      readers.during(Duration.ofSeconds(1));
      bench.redis.revive();
      readers.untilRight(2 * READERS);
      return rows("streams, Redis restarts", bench, readers, "append-only file");
    }
  }

  private static Worker giver(Bench bench, String id) throws IOException {
    return bench
        .keep(
            Worker.start(
                List.of(),
                CountedNumbers.class,
                bench.redis.directUri(),
                id,
                bench.logs.of(id).toString()))
        .awaitReady();
  }

  private static Callers readers(Bench bench) {
    Numbers numbers =
        new NumbersStub(bench.caller().channelToAny().waitForProvider()).withTimeout(PATIENCE);
    return Callers.start(READERS, stream -> isWhole(numbers, stream), NO_PAUSE);
  }

  private static boolean isWhole(Numbers numbers, int stream) {
    try (Stream<Integer> items = numbers.count(stream, ITEMS)) {
      int expected = 0;
      for (Iterator<Integer> each = items.iterator(); each.hasNext(); expected++) {
        if (each.next() != expected) {
          return false;
        }
        LockSupport.parkNanos(BETWEEN_ITEMS.toNanos());
      }
      return expected == ITEMS;
    }
  }

  private static List<Row> rows(String name, Bench bench, Callers readers, String remark)
      throws Exception {
    Tally tally = readers.end();
    Promise promise = Promise.within(PATIENCE).losingNone().runningNoneTwice().saying(remark);
    return List.of(new Row(name, tally, bench.logs.twice("count"), promise));
  }
}
