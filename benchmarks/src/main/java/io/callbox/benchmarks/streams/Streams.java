package io.callbox.benchmarks.streams;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Items a second of 64 streams at a time, after a warm-up, three times each. */
public final class Streams {

  private static final int STREAMS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(5);

  private Streams() {}

  /** Runs those of {@code callbox}, {@code grpc} and {@code nats} that are named. */
  public static void run(String... names) throws Exception {
    for (String name : names) {
      try (Contestant contestant = of(name)) {
        run(name, contestant);
      }
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

  private static void run(String name, Contestant contestant) throws Exception {
    LongAdder arrived = new LongAdder();
    for (int stream = 0; stream < STREAMS; stream++) {
      contestant.open(arrived);
    }
    Thread.sleep(WARM_UP.toMillis());
    for (int round = 0; round < 3; round++) {
      long before = arrived.sum();
      long start = System.nanoTime();
      Thread.sleep(ROUND.toMillis());
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "%-8s %10.0f items/s%n", name, (arrived.sum() - before) / seconds);
    }
  }
}
