package io.callbox.benchmarks.peers;

import io.callbox.benchmarks.work.JobsDurableStub;
import io.callbox.benchmarks.work.Order;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Two ints as durable calls, each submitted and then waited for; whatever else is called is a plain
 * call.
 */
record SubmittedCalls(Caller plain, JobsDurableStub jobs, JobsDurableStub asyncJobs)
    implements Caller {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  SubmittedCalls(Caller plain, JobsDurableStub jobs) {
    this(plain, jobs, jobs.async());
  }

  @Override
  public int multiply(int a, int b) {
    return jobs.multiply(a, b).await(PATIENCE);
  }

  @Override
  public CompletableFuture<Integer> multiplyAsync(int a, int b) {
    return asyncJobs.multiply(a, b).result();
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
    plain.close();
  }
}
