package io.callbox.benchmarks.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Items a second of 64 streams at a time. Contestants take turns, each with new streams, so that
 * what else the machine does meets all of them; the first turn of each warms up for longer.
 */
public final class Streams {

  private static final int STREAMS = 64;
  private static final int ROUNDS = 5;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration SETTLE = Duration.ofSeconds(2);
  private static final Duration TURN = Duration.ofSeconds(4);

  private Streams() {}

  /** Runs those of {@code callbox}, {@code grpc} and {@code nats} that are named. */
  public static void run(String... names) throws Exception {
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String name : names) {
        double rate = turn(name, round == 0 ? WARM_UP : SETTLE);
        rates.computeIfAbsent(name, first -> new ArrayList<>()).add(rate);
        System.out.printf(Locale.ROOT, "%-8s %10.0f items/s%n", name, rate);
      }
    }
    List<Double> first = rates.getOrDefault(names[0], List.of());
    rates.forEach(
        (name, each) ->
            System.out.printf(
                Locale.ROOT,
                "%-8s median %10.0f items/s; %s by it, median of the rounds: %.3f%n",
                name,
                median(each),
                names[0],
                median(ratios(first, each))));
  }

  private static List<Double> ratios(List<Double> ofOne, List<Double> ofAnother) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ratios.add(ofOne.get(round) / ofAnother.get(round));
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double turn(String name, Duration before) throws Exception {
    LongAdder arrived = new LongAdder();
    try (Contestant contestant = of(name)) {
      for (int stream = 0; stream < STREAMS; stream++) {
        contestant.open(arrived);
      }
      Thread.sleep(before.toMillis());
      long had = arrived.sum();
      long start = System.nanoTime();
      Thread.sleep(TURN.toMillis());
      return (arrived.sum() - had) / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static Contestant of(String name) throws Exception {
    return switch (name) {
      case "callbox" -> new CallboxStreams();
      case "grpc" -> new GrpcStreams();
      case "nats" -> new NatsStreams();
      default -> throw new IllegalArgumentException("no contestant " + name);
    };
  }
}
