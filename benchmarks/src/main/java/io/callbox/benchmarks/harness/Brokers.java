package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The brokers that contestants need, as far as this machine has them. */
public final class Brokers {

  private Brokers() {}

  /** Starts what a contestant needs. */
  public static Broker startFor(String contestant) {
    if (contestant.startsWith("grpc")) {
      return Broker.NONE;
    }
    Named named = Named.of(contestant);
    return switch (named.contestant()) {
      case "nats" -> new NatsBroker();
      case "rabbitmq" -> new RabbitBroker();
      default -> {
        String masters = named.setting("masters", "");
        yield masters.isEmpty() ? new RedisBroker() : new ClusterBroker(Integer.parseInt(masters));
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
