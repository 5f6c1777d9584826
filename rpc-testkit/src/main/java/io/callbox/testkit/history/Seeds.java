package io.callbox.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a test for many seeds. The failure of a run names its seed, and the system property {@code
 * callbox.seed} runs that one alone. It is the same run again if the test is, as on a network in
 * lockstep that is new for each seed.
 *
 * <pre>{@code
 * Seeds.random(1_000).inParallel(8).run(seed -> history(seed));
 * }</pre>
 *
 * @param first the first seed; those that follow are the next numbers
 * @param count how many
 * @param threads how many runs there are at a time
 */
public record Seeds(long first, int count, int threads) {

  /** The seed to run alone. */
  public static final String PROPERTY = "callbox.seed";

  /** So many seeds, others in each run of the program. */
  public static Seeds random(int count) {
    return from(ThreadLocalRandom.current().nextLong(1L << 40), count);
  }

  /** So many seeds from this one on, unless a property names another, to be run alone. */
  public static Seeds from(long first, int count) {
    Long only = Long.getLong(PROPERTY);
    return only == null ? new Seeds(first, count, 1) : new Seeds(only, 1, 1);
  }

  /** The same seeds, so many at a time. */
  public Seeds inParallel(int newThreads) {
    return new Seeds(first, count, Math.min(newThreads, count));
  }

  /** What is run for each seed. */
  @FunctionalInterface
  public interface Run {

    /** Runs it; what it throws is its failure. */
    void of(long seed) throws Exception;
  }

  /** What a thread runs its seeds with, one after the other. */
  @FunctionalInterface
  public interface Worker extends AutoCloseable {

    /** Runs one seed. */
    void run(long seed) throws Exception;

    @Override
    default void close() {}
  }

  /** Makes a worker for each thread. */
  @FunctionalInterface
  public interface WorkerSource {

    /** Makes one. */
    Worker make();
  }

  /**
   * Runs a test for each seed, until one fails.
   *
   * @throws AssertionError naming the seed that failed, and how to run it alone
   */
  public void run(Run test) {
    runWith(() -> test::of);
  }

  /** The same for tests that are costly to set up: each thread has its own worker. */
  public void runWith(WorkerSource workers) {
    AtomicLong next = new AtomicLong();
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        runs.add(pool.submit(() -> work(workers, next, failed)));
      }
      for (Future<?> run : runs) {
        await(run);
      }
    } finally {
      pool.shutdown(); // those that still run see that one has failed
    }
  }

  private void work(WorkerSource workers, AtomicLong next, AtomicBoolean failed) {
    try (Worker worker = workers.make()) {
      for (long turn = next.getAndIncrement();
          turn < count && !failed.get();
          turn = next.getAndIncrement()) {
        runOne(worker, first + turn, failed);
      }
    }
  }

  private static void runOne(Worker worker, long seed, AtomicBoolean failed) {
    try {
      worker.run(seed);
    } catch (Exception | AssertionError failure) {
      failed.set(true);
      throw new AssertionError(
          "seed %d failed; run it alone with -D%s=%d: %s"
              .formatted(seed, PROPERTY, seed, failure.getMessage()),
          failure);
    }
  }

  private static void await(Future<?> run) {
    try {
      run.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AssertionError broken) {
        throw broken;
      }
      throw new AssertionError(failure.getCause());
    }
  }
}
