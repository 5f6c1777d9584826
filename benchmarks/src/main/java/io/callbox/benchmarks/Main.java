package io.callbox.benchmarks;

import io.callbox.benchmarks.driver.ClientProcess;
import io.callbox.benchmarks.driver.CompilerProcess;
import io.callbox.benchmarks.driver.ServerProcess;
import io.callbox.benchmarks.driver.Sources;
import io.callbox.benchmarks.harness.Packaged;
import io.callbox.benchmarks.parts.MarshallingTurns;
import io.callbox.benchmarks.path.CallPath;
import io.callbox.benchmarks.run.Bound;
import io.callbox.benchmarks.run.Programme;
import io.callbox.benchmarks.run.Single;
import io.callbox.benchmarks.streams.Streams;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** The commands of the benchmarks: those for a person, and those for the processes they start. */
public final class Main {

  private static final String USAGE =
      """
      java -jar benchmarks.jar reach [CONTESTANT|LOAD...]   the ratios that matter most, in some three minutes
      java -jar benchmarks.jar start [CONTESTANT...]   speed from the first call on
      java -jar benchmarks.jar cold [CONTESTANT...]    from a new process to the first answer, and what idles then
      java -jar benchmarks.jar compile [ROUNDS]  what the processor adds to javac, in some two minutes a round
      java -jar benchmarks.jar short [N]    the contest's ratios, in some N times four minutes
      java -jar benchmarks.jar full     everything, in about half an hour
      java -jar benchmarks.jar growth | rate | fairness   one part of it
      java -jar benchmarks.jar masters      a spread service on 1, 3 and 6 masters, in some two minutes
      java -jar benchmarks.jar overhead     what meters and traces cost, in some two and a half minutes
      java -jar benchmarks.jar delivery     what acknowledged delivery costs, in some six minutes
      java -jar benchmarks.jar durable      what durable calls cost, in some two minutes
      java -jar benchmarks.jar turns ROUNDS [CONTESTANT|LOAD...]   each compared with the first
      java -jar benchmarks.jar one CONTESTANT[*SERVERS] [OPERATION MODE WIDTH SECONDS]   a single load
      java -jar benchmarks.jar streams callbox | grpc | nats ...   items a second of 64 streams
      java -jar benchmarks.jar path     which source files one call passes, in half a minute
      java -jar benchmarks.jar parts    JMH, with the allocation profiler
      java -jar benchmarks.jar marshalling   generated code and Jackson by turns

      -Dbench.redis=PATH     the Redis to measure with, instead of the embedded one
      -Dbench.results=PATH   where tables and plots go, instead of results
      -Dbench.jvm=OPTIONS    more options for clients and servers
      -Dbench.processor=JAR  for compile: a jar with another processor to compare

      A CONTESTANT may have settings, 'callbox?java=/usr/lib/jvm/jdk-25&callers=virtual': see Named and CallboxPeer.
      """;

  private static final String[] PARTS = {
    "-prof", "gc", "-f", "1", "-wi", "3", "-i", "5", "-w", "1", "-r", "1"
  };

  /** For commands that take a few minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Path RESULTS = Path.of(System.getProperty("bench.results", "results"));

  private Main() {}

  /** Runs one command. */
  public static void main(String[] arguments) throws Exception {
    String command = arguments.length == 0 ? "help" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    String redis = System.getProperty("bench.redis");
    if (!Packaged.isWhole()) {
      refuse("benchmarks.jar needs the folder lib, which is built beside it: copy both");
    }
    if (redis != null && !Files.isExecutable(Path.of(redis))) {
      refuse("no program is at " + redis + ": -Dbench.redis is the path of redis-server");
    }
    switch (command) {
      case "client" -> {
        ClientProcess.run(rest[0], rest[1], answers());
        System.exit(0);
      }
      case "serve" -> {
        Duration delay = Duration.of(Long.parseLong(rest[2]), ChronoUnit.MICROS);
        ServerProcess.run(rest[0], rest[1], delay, answers());
        System.exit(0);
      }
      case "javac" -> {
        CompilerProcess.run(Path.of(rest[0]), Sources.Way.valueOf(rest[1]), answers());
        System.exit(0);
      }
      case "path" -> {
        Bound.of(LONGEST);
        CallPath.run(System.out);
        System.exit(0);
      }
      case "one" -> Single.run(rest);
      case "streams" -> Streams.run(rest);
      case "parts" -> org.openjdk.jmh.Main.main(PARTS);
      case "marshalling" -> MarshallingTurns.run();
      case "reach" -> {
        Bound.of(LONGEST);
        Programme.runReach(RESULTS, List.of(rest));
      }
      case "start" -> {
        Bound.of(LONGEST);
        Programme.runStart(RESULTS, List.of(rest));
      }
      case "cold" -> Programme.runCold(RESULTS, List.of(rest));
      case "compile" -> {
        int rounds = rest.length == 0 ? 3 : Integer.parseInt(rest[0]);
        Bound.of(LONGEST.multipliedBy(rounds));
        Programme.runCompile(RESULTS, rounds);
      }
      case "short" -> Programme.runShort(RESULTS, rest.length == 0 ? 1 : Integer.parseInt(rest[0]));
      case "full" -> Programme.runFull(RESULTS);
      case "growth" -> Programme.runGrowth(RESULTS);
      case "rate" -> Programme.runFixedRate(RESULTS);
      case "masters" -> Programme.runMasters(RESULTS);
      case "overhead" -> Programme.runOverhead(RESULTS);
      case "delivery" -> Programme.runDelivery(RESULTS);
      case "durable" -> Programme.runDurable(RESULTS);
      case "turns" ->
          Programme.runTurns(
              RESULTS, Integer.parseInt(rest[0]), List.of(rest).subList(1, rest.length));
      case "fairness" -> {
        Bound.of(LONGEST);
        Programme.runFairness(RESULTS);
      }
      default -> System.out.print(USAGE);
    }
  }

  private static void refuse(String reason) {
    System.err.println(reason);
    System.exit(1);
  }

  /** Keeps standard output to the protocol: whatever libraries print goes to standard error. */
  private static PrintStream answers() {
    PrintStream answers = System.out;
    System.setOut(System.err);
    return answers;
  }
}
