package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PushResultTest {

  @Test
  void callerThatFindsNobodyIsToldInWhichNamespaceItLooked() {
    Namespace shop = Namespace.of("shop");
    assertEquals(
        "nobody serves services:Arith right now, in no namespace",
        told(Namespace.NONE.service("Arith")));
    assertEquals(
        "nobody serves nodes:a right now, in no namespace", told(Namespace.NONE.inbox("a")));
    assertEquals(
        "nobody serves shop:services:Arith right now, in the namespace shop",
        told(shop.service("Arith")));
  }

  private static String told(QueueName queue) {
    return String.valueOf(
        Objects.requireNonNull(PushResult.unprovided(queue).refusal()).getMessage());
  }
}
