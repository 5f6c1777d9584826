package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Table;
import io.callbox.cli.output.Table.Cell;
import io.callbox.cli.output.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callbox top}. */
@Command(
    name = "top",
    description =
        "Show what is served right now: calls and errors a second, and how long they take.")
public final class TopCommand implements Callable<Integer> {

  private static final String HOME = "\u001b[H\u001b[J";
  private static final List<String> HEADINGS =
      List.of(
          "METHOD", ">CALLS/s", ">ERRORS/s", ">RUNNING", ">QUEUED p50", ">p99", ">RAN p50", ">p99");

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  private final CountDownLatch never = new CountDownLatch(1);

  @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "Of one service only.")
  private @Nullable String service;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = Connection.Span.class,
      description = "How often to look; 1s by default.")
  private Duration interval = Duration.ofSeconds(1);

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1000000000",
      description = "How often to look; until it is interrupted by default.")
  private int times;

  /** The statistics at one moment. */
  private record Look(FleetStats stats, ShardCounts shards, long nanos) {

    /** Returns the services of the methods. */
    Set<String> services() {
      return stats.methods().keySet().stream()
          .map(TopCommand::serviceOf)
          .collect(Collectors.toSet());
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try (connection) {
      if (times < 1) {
        throw Refusal.misuse("--times is at least 1, got " + times, "");
      }
      StatsCommand.refuseUnknown(connection, service, null);
      Look before = look();
      for (int time = 0; time < times && output.isRead(); time++) {
        if (never.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
          return 0;
        }
        Look now = look();
        show(before, now);
        before = now;
      }
      return 0;
    }
  }

  private Look look() {
    return new Look(
        FleetStats.of(StatsCommand.answers(connection, service)),
        ShardCounts.of(connection),
        System.nanoTime());
  }

  private void show(Look before, Look now) {
    double seconds = (now.nanos - before.nanos) / 1e9;
    if (output.isJson()) {
      output.event(json(before, now, seconds));
      return;
    }
    if (output.isTerminal()) {
      output.raw(HOME);
    }
    output.say(Tone.FAINT, "every " + Spans.of(interval) + ", interrupt to end");
    output.table(table(before, now, seconds));
  }

  private static Table table(Look before, Look now, double seconds) {
    boolean spread = now.shards.areOf(now.services());
    List<String> headings = new ArrayList<>(HEADINGS);
    if (spread) {
      headings.add(1, ">SHARDS");
    }
    Table table = new Table(headings.toArray(String[]::new));
    now.stats
        .methods()
        .forEach(
            (name, method) -> {
              MethodFigures earlier = before.stats.of(name);
              MethodFigures.Buckets queued = method.queued().since(earlier.queued());
              MethodFigures.Buckets ran = method.ran().since(earlier.ran());
              long failed = Math.max(0, method.failed() - earlier.failed());
              List<Object> cells = new ArrayList<>(List.of(name));
              if (spread) {
                cells.add(now.shards.of(serviceOf(name)));
              }
              cells.add(rate(method.calls() - earlier.calls(), seconds));
              cells.add(new Cell(rate(failed, seconds), failed > 0 ? Tone.BAD : Tone.PLAIN));
              cells.add(method.running());
              cells.add(queued.shown(0.5));
              cells.add(queued.shown(0.99));
              cells.add(ran.shown(0.5));
              cells.add(ran.shown(0.99));
              table.add(cells.toArray());
            });
    return table;
  }

  private static String serviceOf(String method) {
    return method.substring(0, Math.max(0, method.lastIndexOf('.')));
  }

  /** Returns the rate of calls. A node that restarts counts from zero. */
  private static String rate(long count, double seconds) {
    return String.format(Locale.ROOT, "%.1f", Math.max(0, count) / seconds);
  }

  private static Map<String, Object> json(Look before, Look now, double seconds) {
    Map<String, Object> methods = new LinkedHashMap<>();
    now.stats
        .methods()
        .forEach(
            (name, method) -> {
              MethodFigures earlier = before.stats.of(name);
              Map<String, Object> figures = new LinkedHashMap<>();
              figures.put("shards", now.shards.of(serviceOf(name)));
              figures.put("callsPerSecond", perSecond(method.calls() - earlier.calls(), seconds));
              figures.put(
                  "errorsPerSecond", perSecond(method.failed() - earlier.failed(), seconds));
              figures.put("running", method.running());
              figures.put("ranP99Micros", method.ran().since(earlier.ran()).quantile(0.99));
              methods.put(name, figures);
            });
    return JsonValues.object("at", Instant.now(), "methods", methods);
  }

  private static double perSecond(long count, double seconds) {
    return Math.round(10 * Math.max(0, count) / seconds) / 10.0;
  }
}
