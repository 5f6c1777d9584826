package io.callbox.samples.demo;

import io.callbox.samples.fibonacci.FibonacciAsyncStub;
import io.callbox.samples.tasks.NodeTasksStub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Calls to a service, rather than to a node, go to whichever provider has room. */
final class SharedWork implements Step {

  private static final int CALLS = 60;
  private static final int N = 30;

  @Override
  public String title() {
    return "work shared by three nodes";
  }

  @Override
  public String show(Stage stage) {
    FibonacciAsyncStub fibonacci = new FibonacciAsyncStub(stage.toAny());
    List<CompletableFuture<Long>> answers =
        IntStream.range(0, CALLS).mapToObj(call -> fibonacci.fibonacci(N)).toList();
    for (CompletableFuture<Long> answer : answers) {
      Stage.expect(answer.join() == 832_040, "832040, got " + answer.join());
    }
    return CALLS + " calls of fibonacci(" + N + "): " + String.join(", ", shares(stage));
  }

  /** Each node counts for itself what it has answered. */
  private static List<String> shares(Stage stage) {
    List<String> shares = new ArrayList<>();
    long total = 0;
    for (String node : Stage.NODES) {
      long share = new NodeTasksStub(stage.to(node)).systemInfo().fibonacciCalls();
      Stage.expect(share > 0, "an answer at least of " + node);
      shares.add(node + " answered " + share);
      total += share;
    }
    Stage.expect(total == CALLS, CALLS + " answers in all, got " + total);
    return shares;
  }
}
