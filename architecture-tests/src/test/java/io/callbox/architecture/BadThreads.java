package io.callbox.architecture;

import java.util.Timer;
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

  /** Is one. */
  static final class Itself extends Thread {
    Itself() {
      super("itself");
    }
  }
}
