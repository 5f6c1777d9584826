package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.JobsDurableStub;
import io.callbox.benchmarks.work.Order;
import io.callbox.rpc.CallHandle;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two ints as durable calls, each submitted and then waited for; whatever else is called is a plain
 * call. Submitting waits for Redis, and so has threads of its own.
 */
record SubmittedCalls(Caller plain, JobsDurableStub jobs, ExecutorService submitting)
    implements Caller {

  private static final int THREADS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  SubmittedCalls(Caller plain, JobsDurableStub jobs) {
    this(plain, jobs, Executors.newFixedThreadPool(THREADS));
  }

  @Override
  public int multiply(int a, int b) {
    return jobs.multiply(a, b).await(PATIENCE);
  }

  @Override
  public CompletableFuture<Integer> multiplyAsync(int a, int b) {
    return CompletableFuture.supplyAsync(() -> jobs.multiply(a, b), submitting)
        .thenCompose(CallHandle::result);
  }

  @Override
  public Order relay(Order order) {
    return plain.relay(order);
  }

  @Override
  public CompletableFuture<Order> relayAsync(Order order) {
    return plain.relayAsync(order);
  }

  @Override
  public CompletableFuture<String> echoAsync(String text) {
    return plain.echoAsync(text);
  }

  @Override
  public void close() {
    submitting.shutdownNow();
    plain.close();
  }
}
