package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which contestant needs which broker, and whether this machine has it. */
public final class Brokers {

  /** The setting of a contestant that asks for a cluster. */
  private static final Pattern MASTERS = Pattern.compile("masters=([0-9]+)");

  private Brokers() {}

  /** Starts what a contestant needs. */
  public static Broker startFor(String contestant) {
    if (contestant.startsWith("grpc")) {
      return Broker.NONE;
    }
    return switch (Named.of(contestant).contestant()) {
      case "nats" -> new NatsBroker();
      case "rabbitmq" -> new RabbitBroker();
      default -> {
        Matcher masters = MASTERS.matcher(contestant);
        yield masters.find()
            ? new ClusterBroker(Integer.parseInt(masters.group(1)))
            : new RedisBroker();
      }
    };
  }

  static boolean availableFor(String contestant) {
    return switch (Named.of(contestant).contestant()) {
      case "nats" -> onPath("nats-server");
      case "rabbitmq" -> Files.isExecutable(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"));
      default -> true;
    };
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
