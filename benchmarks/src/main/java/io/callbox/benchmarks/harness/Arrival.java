package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;
import java.util.List;

/**
 * The first answer of a contestant in two new processes: its delay, and the resources in use after
 * it.
 *
 * @param serverMillis milliseconds until the server served
 * @param clientMillis milliseconds until the client, which begins after that, had its first answer
 * @param server the resources of the server after that
 * @param client the resources of the client after that
 */
public record Arrival(double serverMillis, double clientMillis, Idle server, Idle client) {

  /**
   * The resources that a process uses while nobody calls.
   *
   * @param heap bytes in the heap after a collection
   * @param threads the number of Java threads
   */
  public record Idle(double heap, double threads) {

    private static Idle of(Child child) {
      Fields answer = child.ask("held=1");
      return new Idle(answer.number("held"), answer.number("threads"));
    }
  }

  /** Starts a contestant, and ends it. */
  public static Arrival of(String contestant) {
    return of(contestant, new String[0], new String[0]);
  }

  /** The same, with options for the JVM of either process. */
  static Arrival of(String contestant, String[] ofServer, String[] ofClient) {
    try (Broker broker = Brokers.startFor(contestant);
        Child server = Child.start(List.of("serve", contestant, broker.address(), "0"), ofServer)) {
      Fields served = server.answer();
      String address = served.text("address", "");
      try (Child client = Child.start(List.of("client", contestant, address), ofClient)) {
        double connected = client.answer().number("start");
        double first = client.ask("first=1").number("first");
        return new Arrival(
            served.number("start") / 1_000,
            (connected + first) / 1_000,
            Idle.of(server),
            Idle.of(client));
      }
    }
  }
}
