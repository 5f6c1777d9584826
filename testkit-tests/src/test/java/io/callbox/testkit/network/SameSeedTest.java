package io.callbox.testkit.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.callbox.testkit.history.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a network in lockstep the same seed gives the same run, to the nanosecond. */
@Timeout(300)
final class SameSeedTest {

  private static final int RUNS = Integer.getInteger("callbox.testkit.seeds", 200);
  private static final int AT_ONCE = 4;

  @Test
  void sameSeedGivesTheSameRun() {
    Seeds.from(1, RUNS)
        .inParallel(AT_ONCE)
        .run(
            seed ->
                assertEquals(
                    String.join("\n", Turmoil.story(seed)),
                    String.join("\n", Turmoil.story(seed))));
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    Seeds.from(1, 20)
        .inParallel(AT_ONCE)
        .run(seed -> assertNotEquals(Turmoil.story(seed), Turmoil.story(seed + 1)));
  }
}
