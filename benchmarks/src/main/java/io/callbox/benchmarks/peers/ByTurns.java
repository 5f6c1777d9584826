package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Order;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Several callers by turns, as if their programs were one: each has replies of its own. */
final class ByTurns implements Caller {

  /** So many calls may leave together. */
  private static final int TURN = 64;

  private final List<Caller> callers;
  private final AtomicInteger calls = new AtomicInteger();

  ByTurns(List<Caller> callers) {
    this.callers = List.copyOf(callers);
  }

  private Caller next() {
    return callers.get(Math.floorMod(calls.getAndIncrement() / TURN, callers.size()));
  }

  @Override
  public int multiply(int a, int b) {
    return next().multiply(a, b);
  }

  @Override
  public CompletableFuture<Integer> multiplyAsync(int a, int b) {
    return next().multiplyAsync(a, b);
  }

  @Override
  public Order relay(Order order) {
    return next().relay(order);
  }

  @Override
  public CompletableFuture<Order> relayAsync(Order order) {
    return next().relayAsync(order);
  }

  @Override
  public CompletableFuture<String> echoAsync(String text) {
    return next().echoAsync(text);
  }

  @Override
  public void close() {
    callers.forEach(Caller::close);
  }
}
