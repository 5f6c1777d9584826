package io.callbox.internal.gateway.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CallProgressTest {

  @Test
  void plainCallTellsSeconds() {
    assertEquals(3, new CallProgress().since(3).orElseThrow().done());
  }

  @Test
  void durableCallThatIsNotKnownYetTellsNoSeconds() {
    CallProgress progress = new CallProgress();
    progress.awaitDurable();
    assertTrue(progress.since(3).isEmpty());
  }
}
