package io.callbox.samples.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Threads that make one call after another, or one burst of calls after another, each call with a
 * number of its own, until told to stop.
 */
final class Callers implements AutoCloseable {

  private final Tally tally = new Tally();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private final IntConsumer turn;
  private final long pauseNanos;
  private volatile boolean stopped;

  private Callers(Function<Tally, IntConsumer> turn, Duration pause) {
    this.turn = turn.apply(tally);
    this.pauseNanos = pause.toNanos();
  }

  /**
   * Starts calling.
   *
   * @param call makes the call of a number, and says whether its answer is right
   * @param pause how long each thread rests between two calls
   */
  static Callers start(int count, IntPredicate call, Duration pause) {
    return startTurns(count, tally -> number -> tally.count(() -> call.test(number)), pause);
  }

  /** The same on virtual threads. */
  static Callers startVirtual(int count, IntPredicate call, Duration pause) {
    Callers callers = new Callers(tally -> number -> tally.count(() -> call.test(number)), pause);
    for (int thread = 0; thread < count; thread++) {
      callers.threads.add(VirtualThreads.start(callers::callOnAndOn));
    }
    return callers;
  }

  /**
   * Starts calling in bursts, whose requests travel together.
   *
   * @param size how many calls are in a burst
   * @param call starts the call of a number, which is answered by the number
   * @param pause how long each thread rests between two bursts
   */
  static Callers startBursts(
      int count, int size, IntFunction<CompletableFuture<Integer>> call, Duration pause) {
    return startTurns(
        count,
        tally ->
            burst -> {
              List<CompletableFuture<Integer>> answers = new ArrayList<>();
              for (int number = size * burst; number < size * (burst + 1); number++) {
                answers.add(call.apply(number));
              }
              for (int index = 0; index < size; index++) {
                CompletableFuture<Integer> answer = answers.get(index);
                int number = size * burst + index;
                tally.count(() -> answer(answer) == number);
              }
            },
        pause);
  }

  private static int answer(CompletableFuture<Integer> answer) throws Exception {
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  private static Callers startTurns(int count, Function<Tally, IntConsumer> turn, Duration pause) {
    Callers callers = new Callers(turn, pause);
    for (int thread = 0; thread < count; thread++) {
      callers.threads.add(new Thread(callers::callOnAndOn, "caller-" + thread));
    }
    callers.threads.forEach(Thread::start);
    return callers;
  }

  /** Waits until something holds, such as that enough calls were made. */
  void until(BooleanSupplier enough) {
    while (!enough.getAsBoolean()) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  /** Goes on calling for a while. */
  void during(Duration span) {
    long start = System.nanoTime();
    until(() -> System.nanoTime() - start >= span.toNanos());
  }

  /**
   * Waits until some more calls were answered right.
   *
   * @throws IllegalStateException if they are not within half a minute
   */
  void untilRight(int more) {
    int enough = tally.right() + more;
    long start = System.nanoTime();
    long patience = Duration.ofSeconds(30).toNanos();
    until(() -> tally.right() >= enough || System.nanoTime() - start > patience);
    if (tally.right() < enough) {
      throw new IllegalStateException("calls are not answered again");
    }
  }

  Tally tally() {
    return tally;
  }

  /** Makes no more calls, waits for those under way, and says what became of all. */
  Tally end() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
    return tally;
  }

  @Override
  public void close() {
    stopped = true;
  }

  private void callOnAndOn() {
    while (!stopped) {
      turn.accept(numbers.incrementAndGet());
      if (pauseNanos > 0) {
        LockSupport.parkNanos(pauseNanos);
      }
    }
  }
}
