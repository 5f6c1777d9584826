package io.callbox.benchmarks.run;

import io.callbox.benchmarks.driver.Load;
import io.callbox.benchmarks.harness.Party;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Contestants that run side by side and take turns: in each round each of them has each load, and
 * the order turns round from one round to the next. Ends them when it is closed.
 */
final class Contest implements AutoCloseable {

  private final List<Party> parties = new ArrayList<>();
  private final Pace pace;

  /**
   * The durations of a contest.
   *
   * @param rounds how often each contestant has its turn
   * @param turn how long a turn is
   * @param warmUp how long each load warms up before the first round
   */
  record Pace(int rounds, Duration turn, Duration warmUp) {}

  Contest(List<String> contestants, Pace pace) {
    this.pace = pace;
    for (String contestant : contestants) {
      if (Party.canPlay(contestant)) {
        parties.add(Party.of(contestant));
      } else {
        System.out.println("skipped: " + contestant + ", whose server is not installed");
      }
    }
  }

  List<Party> parties() {
    return List.copyOf(parties);
  }

  Book run(List<Scenario> scenarios) {
    for (Scenario scenario : scenarios) { // by turns too: who has been warm for longer is faster
      for (Party party : parties) {
        party.warmUp(scenario.load().lasting(pace.warmUp));
      }
    }
    Book book = new Book();
    for (int round = 0; round < pace.rounds; round++) {
      for (Scenario scenario : scenarios) {
        takeTurns(scenario, book);
      }
      Collections.reverse(parties);
    }
    return book;
  }

  private void takeTurns(Scenario scenario, Book book) {
    Load load = scenario.load().lasting(pace.turn);
    for (Party party : parties) {
      book.add(scenario, party.contestant(), party.measure(load));
    }
  }

  @Override
  public void close() {
    parties.forEach(Party::close);
  }
}
