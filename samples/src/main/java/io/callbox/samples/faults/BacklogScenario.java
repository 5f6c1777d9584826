package io.callbox.samples.faults;

import java.time.Duration;
import java.util.List;

/** Many large requests wait, many times what a node has memory for, and then a node starts. */
final class BacklogScenario {

  /** Leaves room for the rest of the request in the MiB that a request may have. */
  private static final int LENGTH = (1 << 20) - 1_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REPLIES = "replies:backlog:1";

  private BacklogScenario() {}

  static List<Scenario> all() {
    return List.of(new Scenario("backlog", BacklogScenario::backlog));
  }

  /** Redis keeps them compressed: they are the same letter over and over. */
  private static List<Row> backlog(Bench bench) throws Exception {
    bench.redis.command("CONFIG", "SET", "appendonly", "no");
    bench.redis.command("CONFIG", "SET", "list-compress-depth", "1");
    String text = "x".repeat(LENGTH);
    for (int number = 0; number < bench.scale.backlog(); number++) {
      bench.redis.command("LPUSH", "services:Work", request(number, text));
    }
    bench.roomyWorker("small").awaitReady();
    Tally tally = new Tally();
    for (int reply = 0; reply < bench.scale.backlog(); reply++) {
      tally.count(() -> nextReply(bench).contains("\"result\":" + LENGTH));
    }
    String name = bench.scale.backlog() + " requests of 1 MiB wait";
    Promise promise =
        Promise.within(PATIENCE).failingNone().saying("for a node with 128 MB of heap");
    return List.of(new Row(name, tally, 0, promise));
  }

  private static String nextReply(Bench bench) {
    return bench.redis.command("BRPOP", REPLIES, "" + PATIENCE.toSeconds());
  }

  private static String request(int number, String text) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + number
        + ",\"method\":\"Work.length\",\"replyTo\":\""
        + REPLIES
        + "\",\"params\":[\""
        + text
        + "\"]}";
  }
}
