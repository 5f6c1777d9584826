package io.callbox.testkit.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few answers of a history that contradict each other. First it leaves out all operations
 * that were called after the contradiction is complete. Then it forgets one answer after the other,
 * so that their operations may have happened or not, as long as the other answers still contradict
 * each other.
 *
 * <p>Forgetting an answer can only make a history easier to explain. So if the rest is wrong, the
 * whole is wrong.
 */
final class Contradiction<I, O extends @Nullable Object> {

  private final Predicate<List<Operation<I, O>>> isWrong;

  /**
   * Uses this test.
   *
   * @param isWrong whether a history is certainly wrong; false also if this is too hard to decide
   */
  Contradiction(Predicate<List<Operation<I, O>>> isWrong) {
    this.isWrong = isWrong;
  }

  /** Describes the contradiction in a history that is wrong. */
  String in(List<Operation<I, O>> history) {
    List<Operation<I, O>> part = withoutNeedlessAnswers(shortestStart(history));
    List<Operation<I, O>> answers = part.stream().filter(Operation::isAnswered).toList();
    return String.format(
        Locale.ROOT,
        "these answers cannot all be right, whichever of %d other operations happened%s",
        part.size() - answers.size(),
        Timeline.of(answers));
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

  /** Returns the part of a history that was known at a moment. */
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
