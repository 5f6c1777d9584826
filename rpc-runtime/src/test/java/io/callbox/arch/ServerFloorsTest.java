package io.callbox.arch;

import org.junit.jupiter.api.Test;

/** The packages of a server know each other one way only: a request goes down, a response back. */
final class ServerFloorsTest {

  private static final Floors FLOORS =
      Floors.within("internal.server")
          .floor("receive", "dispatch", "stream", "reply")
          .floor("durable", "dispatch", "settings", "service", "reply", "stats")
          .floor("reserved", "settings", "service", "stats")
          .floor("dispatch", "stream", "settings", "service", "reply", "stats")
          .floor("stream", "reply")
          .floor("settings", "reply")
          .floor("service", "stats")
          .floor("reply")
          .floor("stats");

  @Test
  void packagesOfAServerPointDownOnly() {
    FLOORS.check("dispatch.Dispatcher");
  }

  @Test
  void ruleFindsOneThatPointsUp() {
    FLOORS.assertFinds("Upstart");
  }
}
