package io.callbox.samples.demo;

import io.callbox.samples.fibonacci.FibonacciAsyncStub;
import io.callbox.samples.tasks.NodeTasksStub;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls to a service, rather than to a node, go to whichever provider has room. */
final class SharedWork implements Step {

  private static final int ROUND = 60;
  private static final int MOST = 10 * ROUND;
  private static final int N = 30;

  @Override
  public String title() {
    return "work shared by three nodes";
  }

  /** On a busy machine, a node may be late for the first round. */
  @Override
  public String show(Stage stage) {
    int calls = 0;
    Map<String, Long> shares;
    do {
      round(new FibonacciAsyncStub(stage.toAny()));
      calls += ROUND;
      shares = shares(stage);
    } while (shares.containsValue(0L) && calls < MOST);
    Stage.expect(!shares.containsValue(0L), "an answer of each node, got " + shares);
    long total = shares.values().stream().mapToLong(Long::longValue).sum();
    Stage.expect(total == calls, calls + " answers in all, got " + shares);
    return calls + " calls of fibonacci(" + N + "): " + listed(shares);
  }

  private static void round(FibonacciAsyncStub fibonacci) {
    List<CompletableFuture<Long>> answers =
        IntStream.range(0, ROUND).mapToObj(call -> fibonacci.fibonacci(N)).toList();
    for (CompletableFuture<Long> answer : answers) {
      Stage.expect(answer.join() == 832_040, "832040, got " + answer.join());
    }
  }

  /** Each node counts for itself what it has answered. */
  private static Map<String, Long> shares(Stage stage) {
    Map<String, Long> shares = new TreeMap<>();
    for (String node : Stage.NODES) {
      shares.put(node, new NodeTasksStub(stage.to(node)).systemInfo().fibonacciCalls());
    }
    return shares;
  }

  private static String listed(Map<String, Long> shares) {
    return shares.entrySet().stream()
        .map(share -> share.getKey() + " answered " + share.getValue())
        .collect(Collectors.joining(", "));
  }
}
