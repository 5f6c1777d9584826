package io.callbox.benchmarks.harness;

import io.callbox.benchmarks.driver.Fields;
import java.util.List;

/**
 * How a contestant began in two new processes.
 *
 * @param serverMillis until it served
 * @param clientMillis until the client, which begins after that, had its first answer
 * @param server what it held then
 * @param client what it held then
 */
public record Arrival(double serverMillis, double clientMillis, Idle server, Idle client) {

  /**
   * What a process holds while nobody calls.
   *
   * @param heap in bytes, after a collection
   * @param threads of Java's
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
