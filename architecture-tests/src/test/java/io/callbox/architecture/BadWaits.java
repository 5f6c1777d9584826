package io.callbox.architecture;

import io.netty.channel.ChannelFuture;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.redisson.api.RCountDownLatch;
import org.redisson.api.RFuture;

/** Classes that wait for what may never come: the rule must find each but the last. */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class BadWaits {

  private BadWaits() {}

  /** Waits for a latch. */
  record ForALatch(CountDownLatch latch) {
    void await() throws InterruptedException {
      latch.await();
    }
  }

  /** Waits for one permit. */
  record ForAPermit(Semaphore permits) {
    void await() throws InterruptedException {
      permits.acquire();
    }
  }

  /** Waits for more permits. */
  record ForPermits(Semaphore permits) {
    void await() {
      permits.acquireUninterruptibly(2);
    }
  }

  /** Waits for what another thread returns. */
  record ForAResult(Future<String> result) {
    String await() throws InterruptedException, ExecutionException {
      return result.get();
    }
  }

  /** Waits for a future. */
  record ForAFuture(CompletableFuture<String> future) {
    String await() {
      return future.join();
    }
  }

  /** Has somebody wait for a future. */
  record ForAFutureByReference(Function<CompletableFuture<String>, String> waiting) {
    ForAFutureByReference() {
      this(CompletableFuture::join);
    }
  }

  /** Waits for Redis. */
  record ForAnAnswerOfRedisson(RFuture<String> answer) {
    String await() throws InterruptedException, ExecutionException {
      return answer.get();
    }
  }

  /** Waits for other nodes. */
  record ForALatchOfRedisson(RCountDownLatch latch) {
    void await() throws InterruptedException {
      latch.await();
    }
  }

  /** Waits for a connection. */
  record ForAChannel(ChannelFuture connected) {
    void await() throws InterruptedException {
      connected.sync();
    }
  }

  /** Waits for the end of a thread. */
  record ForAThread(Thread thread) {
    void await() throws InterruptedException {
      thread.join();
    }
  }

  /** Waits for something to do. */
  record ForATask(BlockingQueue<Runnable> tasks) {
    Runnable await() throws InterruptedException {
      return tasks.take();
    }
  }

  /** Waits for room in a queue. */
  record ForRoom(BlockingQueue<Runnable> tasks) {
    void await(Runnable task) throws InterruptedException {
      tasks.put(task);
    }
  }

  /** Waits for the end of a process. */
  record ForAProcess(Process process) {
    int await() throws InterruptedException {
      return process.waitFor();
    }
  }

  /** Waits in a monitor. */
  record ForANotice(Object lock, boolean[] told) {
    void await() throws InterruptedException {
      synchronized (lock) {
        while (!told[0]) {
          lock.wait();
        }
      }
    }
  }

  /** Waits on a lock. */
  record ForASignal(Condition condition, boolean[] told) {
    void await() throws InterruptedException {
      while (!told[0]) {
        condition.await();
      }
    }
  }

  /** Waits for another thread to wake it. */
  record ForAnUnpark(boolean[] told) {
    void await() {
      while (!told[0]) {
        LockSupport.park(this);
      }
    }
  }

  /** Waits, but not for ever. */
  record Bounded(CountDownLatch latch, CompletableFuture<String> future, Thread thread) {
    String await() throws InterruptedException, ExecutionException, TimeoutException {
      if (latch.await(1, TimeUnit.SECONDS)) {
        thread.join(1_000);
      }
      return future.get(1, TimeUnit.SECONDS);
    }
  }
}
