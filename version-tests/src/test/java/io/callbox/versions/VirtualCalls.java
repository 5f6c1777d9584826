package io.callbox.versions;

import io.callbox.node.RpcNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A program for Java 21 and later: a thousand callers wait on virtual threads for a thousand calls,
 * which run on virtual threads, each until all of them run. Prints how many results are right.
 */
final class VirtualCalls {

  static final int CALLS = 1_000;

  private static final Duration BOUND = Duration.ofMinutes(2);

  private VirtualCalls() {}

  /** The argument is the address of a Redis. */
  public static void main(String[] args) throws Exception {
    CountDownLatch all = new CountDownLatch(CALLS);
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    TillSkeleton skeleton = new TillSkeleton(cents -> whenAllRun(cents, all));
    try (RpcNode server =
            RpcNode.builder("server")
                .redis(args[0])
                .concurrency(CALLS)
                .executor(threads)
                .register(skeleton)
                .start();
        RpcNode client = RpcNode.builder("client").redis(args[0]).start()) {
      Till till = new TillStub(client.channelTo(server.id())).withTimeout(BOUND);
      System.out.println(right(till, threads) + " of " + CALLS);
    }
    threads.shutdown();
  }

  private static int whenAllRun(int cents, CountDownLatch all) {
    all.countDown();
    try {
      return all.await(BOUND.toSeconds(), TimeUnit.SECONDS) ? cents : -1;
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static int right(Till till, ExecutorService threads) throws Exception {
    List<Future<Integer>> paid = new ArrayList<>();
    for (int cents = 1; cents <= CALLS; cents++) {
      int sum = cents;
      paid.add(threads.submit(() -> till.pay(sum)));
    }
    int right = 0;
    for (int cents = 1; cents <= CALLS; cents++) {
      right += paid.get(cents - 1).get(BOUND.toSeconds(), TimeUnit.SECONDS) == cents ? 1 : 0;
    }
    return right;
  }
}
