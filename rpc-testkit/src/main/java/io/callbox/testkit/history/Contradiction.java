package io.callbox.testkit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the few answers of a history that cannot all be right. First it leaves out all that was
 * called after the contradiction is complete; then it forgets one answer after the other, so that
 * their operations may have happened or not, as long as the rest still contradict each other.
 *
 * <p>What it forgets makes the history easier to explain, never harder: what is left is as wrong as
 * the whole.
 */
final class Contradiction<I, O extends @Nullable Object> {

  private final Predicate<List<Operation<I, O>>> isWrong;

  /**
   * By this test.
   *
   * @param isWrong whether a history is surely wrong; false also if that is too hard to say
   */
  Contradiction(Predicate<List<Operation<I, O>>> isWrong) {
    this.isWrong = isWrong;
  }

  /** Describes the contradiction in a history that is wrong. */
  String in(List<Operation<I, O>> history) {
    List<Operation<I, O>> part = withoutNeedlessAnswers(shortestStart(history));
    List<Operation<I, O>> answers = part.stream().filter(Operation::isAnswered).toList();
    return "these answers cannot all be right, whichever of %d other operations happened%s"
        .formatted(part.size() - answers.size(), Timeline.of(answers));
  }

  private List<Operation<I, O>> shortestStart(List<Operation<I, O>> history) {
    List<Operation<I, O>> answers =
        history.stream()
            .filter(Operation::isAnswered)
            .sorted(Comparator.comparingLong(Operation::answered))
            .toList();
    int right = 0;
    int wrong = answers.size();
    while (right + 1 < wrong) {
      int middle = (right + wrong) / 2;
      if (isWrong.test(until(answers.get(middle - 1).answered(), history))) {
        wrong = middle;
      } else {
        right = middle;
      }
    }
    return until(answers.get(wrong - 1).answered(), history);
  }

  /** What one knew of a history at some moment. */
  private List<Operation<I, O>> until(long moment, List<Operation<I, O>> history) {
    return history.stream()
        .filter(operation -> operation.called() < moment)
        .map(operation -> operation.answered() <= moment ? operation : operation.forgotten())
        .sorted(Comparator.comparingLong(Operation::called))
        .toList();
  }

  private List<Operation<I, O>> withoutNeedlessAnswers(List<Operation<I, O>> history) {
    List<Operation<I, O>> part = new ArrayList<>(history);
    for (int index = 0; index < part.size(); index++) {
      Operation<I, O> operation = part.get(index);
      part.set(index, operation.forgotten());
      if (!isWrong.test(part)) {
        part.set(index, operation);
      }
    }
    return part;
  }
}
