package io.callbox.benchmarks.run;

import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.report.Report;
import io.callbox.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measurements that the commands run, {@code short} and {@code full} among them. */
public final class Programme {

  static final String CALLBOX = "callbox";
  static final String ON_RECEIVE = "callbox-receive";

  private static final List<String> JUDGED =
      List.of(
          CALLBOX,
          ON_RECEIVE,
          "loop-batch",
          "nats",
          "rabbitmq",
          "grpc",
          "grpc-direct",
          "rremote-noack",
          "rremote-tuned");
  private static final List<String> OTHERS = List.of("rremote-ack", "loop-single");
  private static final List<Scenario> JUDGED_SCENARIOS =
      List.of(
          Scenario.ONE_CALLER,
          Scenario.BLOCKING_64,
          Scenario.ASYNC_64,
          Scenario.ASYNC_1024,
          Scenario.RECORD_64,
          Scenario.TEXT_64K,
          Scenario.TEXT_256K);
  private static final List<Scenario> REACHED =
      JUDGED_SCENARIOS.subList(0, JUDGED_SCENARIOS.size() - 2);
  private static final List<Scenario> COSTS =
      List.of(
          Scenario.ASYNC_64,
          Scenario.ASYNC_1024,
          Scenario.RECORD_64,
          Scenario.TEXT_64K,
          Scenario.TEXT_256K);
  private static final List<Scenario> TURNED =
      List.of(Scenario.ASYNC_64, Scenario.ASYNC_1024, Scenario.BLOCKING_64, Scenario.RECORD_64);
  private static final List<String> RIVALS = List.of(CALLBOX, "loop-batch", "nats");
  private static final List<String> STARTERS = List.of(CALLBOX, "grpc-direct", "nats");
  private static final List<String> COLD = List.of(CALLBOX, "grpc", "rremote-ack");

  private final Report report;

  private Programme(Report report) {
    this.report = report;
  }

  /**
   * The ratios, in some three minutes.
   *
   * @param factor how many times that: code that runs for the first seconds of its life is slow
   */
  public static void runShort(Path folder, int factor) throws Exception {
    Duration turn = Duration.ofMillis(600).multipliedBy(factor);
    Contest.Pace pace = new Contest.Pace(3, turn, turn.multipliedBy(3));
    new Programme(new Report(folder)).contest(JUDGED, JUDGED_SCENARIOS, pace);
  }

  /**
   * Measures in under three minutes whether the most important targets are reached. The contestants
   * are warm from the first round on, because code is slow in its first seconds.
   *
   * @param words who takes part, and under which loads; without any of either, the three who matter
   *     most, or the loads that do
   */
  public static void runReach(Path folder, List<String> words) throws Exception {
    Contest.Pace pace = new Contest.Pace(5, Duration.ofSeconds(1), Duration.ofSeconds(5));
    List<String> contestants = new ArrayList<>(words);
    List<Scenario> scenarios = loadsIn(contestants);
    new Programme(new Report(folder))
        .contest(
            contestants.isEmpty() ? RIVALS : contestants,
            scenarios.isEmpty() ? REACHED : scenarios,
            pace);
  }

  /** Takes the loads out of some words. */
  private static List<Scenario> loadsIn(List<String> words) {
    List<Scenario> loads = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      if (words.remove(scenario.word())) {
        loads.add(scenario);
      }
    }
    return loads;
  }

  /** Measures how fast contestants are from their first call on, in half a minute for each. */
  public static void runStart(Path folder, List<String> contestants) {
    new Start(new Report(folder)).run(contestants.isEmpty() ? STARTERS : contestants);
  }

  /**
   * Measures the time that a new process takes until its first answer, and the resources that it
   * uses then; some half a minute for each.
   */
  public static void runCold(Path folder, List<String> contestants) {
    new Cold(new Report(folder)).run(contestants.isEmpty() ? COLD : contestants);
  }

  /** Measures the time that the processor adds to a compilation. */
  public static void runCompile(Path folder, int rounds) throws IOException {
    new Compiling(new Report(folder), rounds).run();
  }

  /** Everything. */
  public static void runFull(Path folder) throws Exception {
    Contest.Pace pace = new Contest.Pace(3, Duration.ofSeconds(3), Duration.ofSeconds(3));
    List<String> all = new ArrayList<>(JUDGED);
    all.addAll(OTHERS);
    new Programme(new Report(folder)).contest(all, Scenario.USUAL, pace);
    runGrowth(folder);
    runFixedRate(folder);
    runFairness(folder);
  }

  /** Measures how speed changes with one thing that grows. */
  public static void runGrowth(Path folder) {
    new Growth(new Report(folder)).run();
  }

  /** Latency at a fixed rate. */
  public static void runFixedRate(Path folder) {
    new FixedRate(new Report(folder)).run();
  }

  /** Measures whether slow or loud callers take more than their share. */
  public static void runFairness(Path folder) {
    new Fairness(new Report(folder)).run();
  }

  /** Measures the work of each master of a cluster for a service that is spread. */
  public static void runMasters(Path folder) {
    new Masters(new Report(folder)).run();
  }

  /** Measures the cost of meters and traces. */
  public static void runOverhead(Path folder) {
    Contest.Pace pace = new Contest.Pace(7, Duration.ofMillis(1_200), Duration.ofSeconds(4));
    Map<String, Double> targets = new LinkedHashMap<>();
    targets.put(CALLBOX + "?figures=none", 0.97);
    targets.put(CALLBOX + "?figures=meters", 0.95);
    targets.put(CALLBOX + "?figures=traces", 0.85);
    targets.put(CALLBOX + "?figures=both", 0.8);
    List<String> contestants = new ArrayList<>(List.of(CALLBOX));
    contestants.addAll(targets.keySet());
    List<Scenario> scenarios = List.of(Scenario.ASYNC_64, Scenario.BLOCKING_64);
    new Turns(new Report(folder), scenarios, pace).run(contestants, targets);
  }

  /** Measures the cost of acknowledged delivery. */
  public static void runDelivery(Path folder) {
    List<String> contestants = List.of(ON_RECEIVE, CALLBOX, CALLBOX + "?acknowledge=ON_RECEIVE");
    unhurried(folder, 18, TURNED).run(contestants, Map.of(CALLBOX, 0.8));
  }

  /** Measures the cost of durable calls, submitted and waited for, against plain calls. */
  public static void runDurable(Path folder) {
    Contest.Pace pace = new Contest.Pace(9, Duration.ofSeconds(1), Duration.ofSeconds(12));
    List<Scenario> scenarios = List.of(Scenario.ASYNC_64, Scenario.BLOCKING_64);
    String durable = CALLBOX + "?durable=yes";
    new Turns(new Report(folder), scenarios, pace)
        .run(List.of(CALLBOX, durable, CALLBOX + "?figures=none"), Map.of(durable, 0.5));
  }

  /**
   * Any contestants by turns, compared with the first of them.
   *
   * @param words who takes part, and under which loads; without any of the latter, the usual ones
   */
  public static void runTurns(Path folder, int rounds, List<String> words) {
    List<String> contestants = new ArrayList<>(words);
    List<Scenario> loads = loadsIn(contestants);
    unhurried(folder, rounds, loads.isEmpty() ? TURNED : loads).run(contestants, Map.of());
  }

  /**
   * For figures to rely on: compiled before it begins, and turns too short for the machine to
   * change.
   */
  private static Turns unhurried(Path folder, int rounds, List<Scenario> scenarios) {
    Contest.Pace pace = new Contest.Pace(rounds, Duration.ofSeconds(1), Duration.ofSeconds(12));
    return new Turns(new Report(folder), scenarios, pace);
  }

  private void contest(List<String> contestants, List<Scenario> scenarios, Contest.Pace pace)
      throws Exception {
    try (Contest contest = new Contest(contestants, pace)) {
      Book book = contest.run(scenarios);
      List<String> played = book.played(scenarios.get(0), contestants);
      report.show(Tables.speed(book, scenarios, played));
      for (Scenario scenario : COSTS) {
        if (scenarios.contains(scenario)) {
          report.show(Tables.cost(book, scenario, played));
        }
      }
      footprint(contest);
      Ratio.of(book).forEach(System.out::println);
      System.out.println(idle(contest));
    }
  }

  private void footprint(Contest contest) {
    Table table =
        new Table(
            "Threads and sockets",
            "contestant",
            "client threads",
            "client sockets",
            "server threads",
            "server sockets");
    for (Party party : contest.parties()) {
      table.add(party.contestant(), party.footprint());
    }
    report.show(table);
  }

  /** Half a percent of a core, by what the busier of the two processes uses. */
  private static String idle(Contest contest) throws InterruptedException {
    for (Party party : contest.parties()) {
      if (party.contestant().equals(CALLBOX)) {
        Party.Idle idle = party.idle(Duration.ofSeconds(10));
        double cores = Math.max(idle.clientCores(), idle.serverCores());
        return new Ratio("idle/core-budget", 0.005 / Math.max(cores, 0.0001), 1)
            + System.lineSeparator()
            + new Ratio("idle/commands-budget", 10 / idle.commandsPerSecond() * 2, 1);
      }
    }
    return "";
  }
}
