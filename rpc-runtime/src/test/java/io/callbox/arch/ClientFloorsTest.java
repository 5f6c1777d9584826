package io.callbox.arch;

import org.junit.jupiter.api.Test;

/** The packages of a client know each other one way only: from stubs down to pushes. */
final class ClientFloorsTest {

  private static final Floors FLOORS =
      Floors.within("internal.client")
          .floor("channel", "durable", "stream", "call", "request", "push", "callback")
          .floor("durable", "request", "push", "callback")
          .floor("stream", "call", "request", "push")
          .floor("call", "request", "push", "callback")
          .floor("request")
          .floor("push")
          .floor("callback");

  @Test
  void packagesOfAClientPointDownOnly() {
    FLOORS.check("call.PendingCall");
  }

  @Test
  void ruleFindsOneThatPointsUp() {
    FLOORS.assertFinds("Eavesdropper");
  }
}
