package io.callbox.testkit.history;

import static io.callbox.testkit.history.Access.EMPTY;
import static io.callbox.testkit.history.Access.QUEUE;
import static io.callbox.testkit.history.Access.REGISTER;
import static io.callbox.testkit.history.Access.add;
import static io.callbox.testkit.history.Access.put;
import static io.callbox.testkit.history.Access.read;
import static io.callbox.testkit.history.Access.take;
import static io.callbox.testkit.history.Access.write;
import static io.callbox.testkit.history.Verdict.LINEARIZABLE;
import static io.callbox.testkit.history.Verdict.NOT_LINEARIZABLE;
import static io.callbox.testkit.history.Verdict.UNDECIDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Histories of which one knows whether they are linearizable. */
@Timeout(60)
final class LinearizabilityTest {

  @Test
  void answersMayComeInAnyOrderWhileCallsOverlap() {
    assertEquals(
        LINEARIZABLE,
        REGISTER.verdict(
            List.of(of(write(1), 0, 1, 10), of(read(), 1, 2, 4), of(read(), 0, 0, 3))));
  }

  @Test
  void readAfterAWriteMustSeeIt() {
    assertEquals(
        NOT_LINEARIZABLE, REGISTER.verdict(List.of(of(write(1), 0, 1, 2), of(read(), 0, 3, 4))));
  }

  @Test
  void noReadGoesBackBehindAnother() {
    assertEquals(
        NOT_LINEARIZABLE,
        REGISTER.verdict(
            List.of(of(write(1), 0, 1, 10), of(read(), 1, 2, 3), of(read(), 0, 4, 5))));
  }

  @Test
  void counterThatLosesAnUpdateIsFoundOut() {
    assertEquals(LINEARIZABLE, REGISTER.verdict(List.of(of(add(1), 2, 1, 4), of(add(1), 1, 2, 3))));
    assertEquals(
        NOT_LINEARIZABLE, REGISTER.verdict(List.of(of(add(1), 1, 1, 4), of(add(1), 1, 2, 3))));
  }

  @Test
  void queueKeepsItsOrder() {
    List<Operation<Access, Integer>> puts = List.of(of(put(1), 0, 1, 2), of(put(2), 0, 3, 4));
    assertEquals(
        LINEARIZABLE, QUEUE.verdict(with(puts, List.of(of(take(), 2, 5, 8), of(take(), 1, 6, 7)))));
    assertEquals(
        NOT_LINEARIZABLE,
        QUEUE.verdict(with(puts, List.of(of(take(), 2, 5, 6), of(take(), 1, 7, 8)))));
    assertEquals(NOT_LINEARIZABLE, QUEUE.verdict(with(puts, List.of(of(take(), EMPTY, 5, 6)))));
  }

  @Test
  void callWithoutAnAnswerMayHaveHappenedOrNot() {
    Operation<Access, Integer> lost = Operation.unknown(add(5), 1);
    assertEquals(LINEARIZABLE, REGISTER.verdict(List.of(lost, of(read(), 0, 3, 4))));
    assertEquals(LINEARIZABLE, REGISTER.verdict(List.of(lost, of(read(), 5, 3, 4))));
  }

  @Test
  void callWithoutAnAnswerMayHappenLongAfterwards() {
    Operation<Access, Integer> lost = Operation.unknown(add(5), 1);
    assertEquals(
        LINEARIZABLE, REGISTER.verdict(List.of(lost, of(read(), 0, 3, 4), of(read(), 5, 50, 51))));
  }

  @Test
  void callWithoutAnAnswerHappensNeitherTwiceNorBeforeItWasMade() {
    assertEquals(
        NOT_LINEARIZABLE,
        REGISTER.verdict(List.of(Operation.unknown(add(5), 1), of(read(), 10, 3, 4))));
    assertEquals(
        NOT_LINEARIZABLE,
        REGISTER.verdict(List.of(of(read(), 5, 1, 2), Operation.unknown(add(5), 3))));
  }

  @Test
  void eachKeyHasItsOwnState() {
    List<Operation<Access, Integer>> history =
        List.of(of(add(1), 1, 1, 2), of(add(10), 10, 3, 4), of(add(1), 2, 5, 6));
    assertEquals(NOT_LINEARIZABLE, REGISTER.verdict(history));
    assertEquals(LINEARIZABLE, REGISTER.byKey(Access::value).verdict(history));
  }

  @Test
  void failureShowsOnlyTheAnswersThatContradictEachOther() {
    List<Operation<Access, Integer>> history = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      history.add(of(add(1), number + 1, 2L * number, 2L * number + 1));
    }
    history.add(of(write(7), 0, 100, 110));
    history.add(of(read(), 7, 101, 102));
    history.add(of(read(), 40, 104, 105));
    history.add(of(add(3), 43, 111, 112));
    AssertionError failure =
        assertThrows(AssertionError.class, () -> REGISTER.byKey(any -> "a").check(history));
    assertEquals(
        """
        not linearizable of key a: these answers cannot all be right, \
        whichever of 40 other operations happened
          |---|                  ADD 1 -> 40
                  |---|          READ -> 7
                          |---|  READ -> 40""",
        failure.getMessage());
  }

  @Test
  void searchThatTakesTooLongIsAFailure() {
    List<Operation<Access, Integer>> hard = new ArrayList<>();
    for (int number = 1; number <= 24; number++) {
      hard.add(of(add(1 << number), 1 << 30, number, 100 + number));
      hard.add(of(write(number), 0, number, 100 + number));
    }
    assertEquals(UNDECIDED, REGISTER.within(10_000).verdict(hard));
    AssertionError failure =
        assertThrows(AssertionError.class, () -> REGISTER.within(10_000).check(hard));
    assertTrue(failure.toString().contains("undecided whether 48 operations"), failure::toString);
  }

  /** Writes in any order are explained soon, though they all overlap. */
  @Test
  void manyOverlappingCallsAreDecided() {
    List<Operation<Access, Integer>> history = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      history.add(of(add(1), 200 - number, number, 1_000 + number));
      history.add(Operation.unknown(add(1), number + 300));
    }
    assertEquals(LINEARIZABLE, REGISTER.verdict(history));
  }

  private static List<Operation<Access, Integer>> with(
      List<Operation<Access, Integer>> before, List<Operation<Access, Integer>> after) {
    return Stream.concat(before.stream(), after.stream()).toList();
  }

  private static Operation<Access, Integer> of(
      Access access, int answer, long called, long answered) {
    return new Operation<>(access, answer, called, answered);
  }
}
