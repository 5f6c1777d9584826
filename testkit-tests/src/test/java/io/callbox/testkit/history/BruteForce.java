package io.callbox.testkit.history;

import io.callbox.testkit.history.SequentialModel.Step;
import java.util.ArrayList;
import java.util.List;

/** Linearizability by its definition: tries every order of every choice. For a few operations. */
final class BruteForce<S> {

  private final S initial;
  private final SequentialModel<S, Access, Integer> model;

  BruteForce(S initial, SequentialModel<S, Access, Integer> model) {
    this.initial = initial;
    this.model = model;
  }

  boolean isLinearizable(List<Operation<Access, Integer>> history) {
    return anyChoice(history, 0, new ArrayList<>());
  }

  /** Each operation happened, or may not have if nobody heard of it. */
  private boolean anyChoice(
      List<Operation<Access, Integer>> history, int index, List<Operation<Access, Integer>> taken) {
    if (index == history.size()) {
      return anyOrder(taken, new ArrayList<>());
    }
    Operation<Access, Integer> next = history.get(index);
    if (!next.isAnswered() && anyChoice(history, index + 1, taken)) {
      return true;
    }
    taken.add(next);
    boolean right = anyChoice(history, index + 1, taken);
    taken.remove(taken.size() - 1);
    return right;
  }

  private boolean anyOrder(
      List<Operation<Access, Integer>> left, List<Operation<Access, Integer>> order) {
    if (left.isEmpty()) {
      return isSequential(order);
    }
    for (Operation<Access, Integer> next : left) {
      List<Operation<Access, Integer>> others = new ArrayList<>(left);
      others.remove(next);
      order.add(next);
      boolean right = anyOrder(others, order);
      order.remove(order.size() - 1);
      if (right) {
        return true;
      }
    }
    return false;
  }

  private boolean isSequential(List<Operation<Access, Integer>> order) {
    S state = initial;
    for (int index = 0; index < order.size(); index++) {
      Operation<Access, Integer> operation = order.get(index);
      for (Operation<Access, Integer> later : order.subList(index, order.size())) {
        if (later.answered() < operation.called()) {
          return false;
        }
      }
      Step<S, Integer> step = model.apply(state, operation.input());
      if (operation.isAnswered() && !step.output().equals(operation.output())) {
        return false;
      }
      state = step.state();
    }
    return true;
  }
}
