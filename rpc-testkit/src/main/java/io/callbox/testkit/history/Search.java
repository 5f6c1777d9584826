package io.callbox.testkit.history;

import io.callbox.testkit.history.SequentialModel.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches for an order of operations that explains their answers: each operation lies between its
 * call and its answer, and has the answer of the model.
 *
 * <p>It tries each operation that may come next, and backtracks if there is no solution, as in Wing
 * and Gong, "Testing and verifying concurrent objects" (1993). It never continues twice from the
 * same set of done operations and the same state, as in Lowe, "Testing for linearizability" (2017).
 *
 * <p>It tries operations without an answer last. Of equal operations it tries only the one that was
 * called first, because this one can stand wherever the others can. For one thread and one search.
 */
final class Search<S, I, O extends @Nullable Object> {

  private final SequentialModel<S, I, O> model;
  private final List<Operation<I, O>> operations;
  private final BitSet done = new BitSet();
  private final Set<Point<S>> seen = new HashSet<>();
  private final Deque<Turn<S>> turns = new ArrayDeque<>();
  private int open;

  Search(SequentialModel<S, I, O> model, List<Operation<I, O>> unordered) {
    this.model = model;
    this.operations =
        unordered.stream().sorted(Comparator.comparingLong(Operation::called)).toList();
    this.open = (int) operations.stream().filter(Operation::isAnswered).count();
  }

  /** A reached point: a second visit has the same outcome. */
  private record Point<S>(BitSet done, S state) {}

  /** A state, the operation that led to it, and those that may come next. */
  private record Turn<S>(S state, int last, Iterator<Integer> next) {}

  Verdict run(S initial, long mostSteps) {
    turns.push(new Turn<>(initial, -1, candidates()));
    for (long steps = 0; open > 0; ) {
      Turn<S> turn = turns.peek();
      if (turn == null) {
        return Verdict.NOT_LINEARIZABLE;
      } else if (!turn.next.hasNext()) {
        turns.pop();
        takeBack(turn.last);
      } else if (steps++ == mostSteps) {
        return Verdict.UNDECIDED;
      } else {
        attempt(turn.state, turn.next.next());
      }
    }
    return Verdict.LINEARIZABLE;
  }

  private void attempt(S state, int index) {
    Operation<I, O> operation = operations.get(index);
    Step<S, O> step = model.apply(state, operation.input());
    boolean pointless = !operation.isAnswered() && step.state().equals(state);
    if (pointless || !operation.allows(step.output())) {
      return;
    }
    done.set(index);
    if (seen.add(new Point<>((BitSet) done.clone(), step.state()))) {
      open -= operation.isAnswered() ? 1 : 0;
      turns.push(new Turn<>(step.state(), index, candidates()));
    } else {
      done.clear(index);
    }
  }

  private void takeBack(int index) {
    if (index >= 0) {
      done.clear(index);
      open += operations.get(index).isAnswered() ? 1 : 0;
    }
  }

  /**
   * Returns the operations that were called before the first answer of an operation that is not
   * done.
   */
  private Iterator<Integer> candidates() {
    List<Integer> answered = new ArrayList<>();
    List<Integer> unanswered = new ArrayList<>();
    Set<I> inputs = new HashSet<>();
    long end = Operation.NEVER;
    for (int index = done.nextClearBit(0); index < operations.size(); ) {
      Operation<I, O> operation = operations.get(index);
      if (operation.called() > end) {
        break;
      } else if (operation.isAnswered()) {
        end = Math.min(end, operation.answered());
        answered.add(index);
      } else if (inputs.add(operation.input())) {
        unanswered.add(index);
      }
      index = done.nextClearBit(index + 1);
    }
    answered.sort(Comparator.comparingLong(index -> operations.get(index).answered()));
    answered.addAll(unanswered);
    return answered.iterator();
  }
}
