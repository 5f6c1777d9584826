package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.Order;
import java.util.concurrent.CompletableFuture;

/** The calling side of a contestant. Safe for use by many threads. */
public interface Caller extends AutoCloseable {

  int multiply(int a, int b);

  CompletableFuture<Integer> multiplyAsync(int a, int b);

  Order relay(Order order);

  CompletableFuture<Order> relayAsync(Order order);

  CompletableFuture<String> echoAsync(String text);

  @Override
  void close();
}
