package io.callbox.internal.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class AdaptiveExecutorTest {

  private final AdaptiveExecutor threads = new AdaptiveExecutor("elastic", 64);

  @AfterEach
  void close() {
    threads.close();
  }

  @RepeatedTest(5)
  void noneOfManyTasksOfManyThreadsIsForgotten() throws Exception {
    CountDownLatch left = new CountDownLatch(80_000);
    for (int source = 0; source < 8; source++) {
      new Thread(
              () -> {
                for (int task = 0; task < 10_000; task++) {
                  threads.execute(left::countDown);
                }
              })
          .start();
    }
    assertTrue(left.await(20, TimeUnit.SECONDS), left + " tasks never ran");
  }

  @Test
  void taskAfterTaskIsRunThoughTheThreadsFallAsleepInBetween() throws Exception {
    for (int task = 0; task < 20_000; task++) {
      CountDownLatch ran = new CountDownLatch(1);
      threads.execute(ran::countDown);
      assertTrue(ran.await(10, TimeUnit.SECONDS), "task " + task + " never ran");
    }
  }

  /** A task may do the work of several, each of which may be interrupted. */
  @Test
  void interruptOfOneEndsWithIt() throws Exception {
    CompletableFuture<Boolean> next = new CompletableFuture<>();
    threads.execute(
        () -> {
          Thread.currentThread().interrupt();
          AdaptiveExecutor.endedOneOfSeveral();
          next.complete(Thread.currentThread().isInterrupted());
        });
    assertFalse(next.get(10, TimeUnit.SECONDS));
  }

  @Test
  void asManyTasksRunAtOnceAsThereAreThreads() throws Exception {
    CyclicBarrier all = new CyclicBarrier(64);
    CountDownLatch met = new CountDownLatch(64);
    for (int task = 0; task < 64; task++) {
      threads.execute(
          () -> {
            meet(all);
            met.countDown();
          });
    }
    assertTrue(met.await(10, TimeUnit.SECONDS), "the tasks did not all run at once");
  }

  @Test
  void blockedTasksDoNotHoldUpOthers() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    for (int task = 0; task < 63; task++) {
      threads.execute(() -> await(end));
    }
    CountDownLatch ran = new CountDownLatch(1);
    threads.execute(ran::countDown);
    assertTrue(ran.await(5, TimeUnit.SECONDS));
    end.countDown();
  }

  @Test
  void failingTasksDoNotEndTheirThreads() throws Exception {
    for (int task = 0; task < 200; task++) {
      threads.execute(
          () -> {
            throw new IllegalStateException("on purpose");
          });
    }
    CountDownLatch ran = new CountDownLatch(1);
    threads.execute(ran::countDown);
    assertTrue(ran.await(5, TimeUnit.SECONDS));
  }

  @Test
  void shortTasksShareFewThreads() throws Exception {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch left = new CountDownLatch(10_000);
    for (int task = 0; task < 10_000; task++) {
      threads.execute(
          () -> {
            seen.add(Thread.currentThread());
            left.countDown();
          });
    }
    assertTrue(left.await(10, TimeUnit.SECONDS));
    assertTrue(seen.size() < 64, seen.size() + " threads for tasks that take no time");
  }

  @Test
  void shutdownRunsWhatWaitsAndWhatComesLaterOnItsCaller() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AdaptiveExecutor one = new AdaptiveExecutor("one", 1);
    CountDownLatch ran = new CountDownLatch(1);
    one.execute(() -> await(end));
    one.execute(ran::countDown);
    one.shutdown();
    end.countDown();
    assertTrue(ran.await(5, TimeUnit.SECONDS));
    AtomicReference<Thread> late = new AtomicReference<>();
    one.execute(() -> late.set(Thread.currentThread()));
    assertEquals(Thread.currentThread(), late.get());
  }

  @Test
  void closeInterruptsWhatRuns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    threads.execute(
        () -> {
          running.countDown();
          if (!await(new CountDownLatch(1))) {
            interrupted.countDown();
          }
        });
    running.await();
    threads.close();
    assertTrue(interrupted.await(5, TimeUnit.SECONDS));
    assertEquals(0, interrupted.getCount());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException(alone);
    }
  }
}
