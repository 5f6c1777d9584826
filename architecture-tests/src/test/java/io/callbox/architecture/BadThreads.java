package io.callbox.architecture;

import io.netty.util.HashedWheelTimer;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Classes with threads of their own, without a reason: the rule must find each. */
final class BadThreads {

  private BadThreads() {}

  /** Makes one. */
  record OfItsOwn(Thread thread) {
    OfItsOwn() {
      this(new Thread("its own"));
    }
  }

  /** Has one made. */
  record ByReference(Function<Runnable, Thread> threads) {
    ByReference() {
      this(Thread::new);
    }
  }

  /** Has the JDK make one. */
  record ByFactory(ThreadFactory threads) {
    ByFactory() {
      this(Executors.defaultThreadFactory());
    }
  }

  /** Has the JDK make as many as there are tasks. */
  record ByExecutors(ExecutorService threads) {
    ByExecutors() {
      this(Executors.newCachedThreadPool());
    }
  }

  /** Makes a pool. */
  record OfAPool(ForkJoinPool threads) {
    OfAPool() {
      this(new ForkJoinPool(2));
    }
  }

  /** Makes a timer, which has one. */
  record OfATimer(Timer timer) {
    OfATimer() {
      this(new Timer("late"));
    }
  }

  /** Runs a task where the JVM likes. */
  record OfTheJvm(Runnable task) {
    void begin() {
      ForkJoinPool.commonPool().execute(task);
    }
  }

  /** Has a task run where the JVM likes. */
  record OfTheJvmByReference(Function<Runnable, CompletableFuture<Void>> begin) {
    OfTheJvmByReference() {
      this(CompletableFuture::runAsync);
    }
  }

  /** Runs tasks where the JVM likes. */
  record OfTheJvmForAStream(List<Runnable> tasks) {
    void begin() {
      tasks.parallelStream().forEach(Runnable::run);
    }
  }

  /** Makes the timer of another library. */
  record OfNetty(HashedWheelTimer timer) {
    OfNetty() {
      this(new HashedWheelTimer());
    }
  }

  /** Makes one that hears what the JVM has forgotten. */
  record ForWhatIsForgotten(Cleaner cleaner) {
    ForWhatIsForgotten() {
      this(Cleaner.create());
    }
  }

  /** Is one. */
  static final class Itself extends Thread {
    Itself() {
      super("itself");
    }
  }
}
