package io.callbox.testkit.history;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.network.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A counter behind a network that fails is a counter still, to all who hear of it. */
@Timeout(600)
final class LinearizableDeliveryTest {

  private static final int RUNS = Integer.getInteger("callbox.testkit.runs", 200);
  private static final int AT_ONCE = 16;

  @Test
  void callsThatRunAtMostOnceLeaveACounterLinearizable() {
    Seeds.from(1, RUNS)
        .inParallel(AT_ONCE)
        .runWith(() -> new CountingClients(Faults.LABRPC_UNRELIABLE));
  }

  @Test
  void callsThatRunTwiceAreFoundOut() {
    AssertionError broken =
        assertThrows(
            AssertionError.class,
            () ->
                Seeds.from(1, 20)
                    .runWith(() -> new CountingClients(Faults.LABRPC_UNRELIABLE.duplicating(0.5))));
    assertTrue(broken.toString().contains("not linearizable of key"), broken::getMessage);
  }
}
