package io.callbox.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a test for many seeds. The failure of a run names its seed, and the system property {@code
 * callbox.seed} runs only this seed. The run is the same again if the test is deterministic, for
 * example on a new network in lockstep for each seed.
 *
 * <pre>{@code
 * Seeds.random(1_000).inParallel(8).run(seed -> history(seed));
 * }</pre>
 *
 * @param first the first seed; the others are the next numbers
 * @param count the number of seeds
 * @param threads the number of parallel runs
 */
public record Seeds(long first, int count, int threads) {

  /** The only seed to run. */
  public static final String PROPERTY = "callbox.seed";

  /** Returns this number of seeds, different in each run of the program. */
  public static Seeds random(int count) {
    return from(ThreadLocalRandom.current().nextLong(1L << 40), count);
  }

  /** Returns this number of seeds from this one on; if the property is set, only its seed. */
  public static Seeds from(long first, int count) {
    Long only = Long.getLong(PROPERTY);
    return only == null ? new Seeds(first, count, 1) : new Seeds(only, 1, 1);
  }

  /** Returns the same seeds, with this number of parallel runs. */
  public Seeds inParallel(int newThreads) {
    return new Seeds(first, count, Math.min(newThreads, count));
  }

  /** The test to run for each seed. */
  @FunctionalInterface
  public interface Run {

    /** Runs the test; an exception is its failure. */
    void of(long seed) throws Exception;
  }

  /** Runs the seeds of one thread, one after the other. */
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

    /** Makes a worker. */
    Worker make();
  }

  /**
   * Runs a test for each seed, until one fails.
   *
   * @throws AssertionError with the seed that failed, and how to run only this seed
   */
  public void run(Run test) {
    runWith(() -> test::of);
  }

  /** Does the same for tests with an expensive setup: each thread has its own worker. */
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
      pool.shutdown(); // runs that still go on see that one has failed
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
          String.format(
              Locale.ROOT,
              "seed %d failed; run it alone with -D%s=%d: %s",
              seed,
              PROPERTY,
              seed,
              failure.getMessage()),
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
