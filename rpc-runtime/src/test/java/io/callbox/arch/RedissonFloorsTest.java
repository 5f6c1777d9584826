package io.callbox.arch;

import org.junit.jupiter.api.Test;

/** The packages of the Redis transport know each other one way only. */
final class RedissonFloorsTest {

  private static final Floors FLOORS =
      Floors.within("internal.redisson")
          .floor("durable", "queue", "script", "connection")
          .floor("store", "queue", "broker", "script", "failure")
          .floor("take", "queue", "broker", "script", "connection", "failure")
          .floor("reply", "queue", "script", "connection", "failure")
          .floor("queue", "script", "failure")
          .floor("broker", "script", "failure")
          .floor("script", "connection", "failure")
          .floor("client", "connection", "failure")
          .floor("connection", "failure")
          .floor("failure");

  @Test
  void packagesPointDownOnly() {
    FLOORS.check("script.Scripts");
  }

  @Test
  void ruleFindsOneThatPointsUp() {
    FLOORS.assertFinds("Landlord");
  }
}
