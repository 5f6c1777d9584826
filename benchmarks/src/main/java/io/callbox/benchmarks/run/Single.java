package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.driver.Load.Mode;
import io.callbox.benchmarks.driver.Load.Operation;
import io.callbox.benchmarks.harness.Party;
import io.callbox.benchmarks.harness.Sample;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;

/** One contestant under one load, three times: for trying things out and for profiles. */
public final class Single {

  private Single() {}

  /** {@code CONTESTANT[*SERVERS] [OPERATION MODE WIDTH SECONDS [PAYLOAD]]}. */
  public static void run(String... words) {
    Operation operation = Operation.valueOf(word(words, 1, "multiply"));
    Mode mode = Mode.valueOf(word(words, 2, "async"));
    int width = Integer.parseInt(word(words, 3, "64"));
    Duration time = Duration.ofSeconds(Integer.parseInt(word(words, 4, "3")));
    Load load = new Load(operation, mode, width, Integer.parseInt(word(words, 5, "16")), time);
    String[] contestant = words[0].split("\\*");
    int servers = Integer.parseInt(word(contestant, 1, "1"));
    try (Party party = Party.of(contestant[0], Collections.nCopies(servers, Duration.ZERO))) {
      party.warmUp(load);
      for (int round = 0; round < 3; round++) {
        print(party.measure(load));
      }
    }
  }

  private static String word(String[] words, int index, String otherwise) {
    return index < words.length
        ? words[index].toUpperCase(Locale.ROOT)
        : otherwise.toUpperCase(Locale.ROOT);
  }

  private static void print(Sample sample) {
    System.out.printf(
        Locale.ROOT,
        "%9.0f/s  p50 %8.1f µs  p99 %8.1f µs  cpu %6.1f µs (client %5.1f, broker %5.1f)"
            + "  waits %5.3f  commands %5.2f  bytes %6.0f + %6.0f  wrong %s%n",
        sample.rate(),
        sample.median(),
        sample.p99(),
        sample.cpuMicros(),
        sample.clientCpuMicros(),
        sample.brokerCpuMicros(),
        sample.waits(),
        sample.commands(),
        sample.clientBytes(),
        sample.serverBytes(),
        sample.client().text("wrong", "?"));
  }
}
