package io.callbox.trial;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.testing.Arith;
import io.callbox.testkit.time.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that call without pause until they are told to stop, and what became of their calls. Each
 * call has another first factor, so that a server can tell which ran twice.
 */
public final class Load implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Arith arith;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicLong longestNanos = new AtomicLong();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  private Load(RpcChannel channel, Duration timeout) {
    this.arith = new Arith.Stub(channel, CallOptions.DEFAULT.withTimeout(timeout));
  }

  /** Starts threads that call through a channel, each call with this timeout. */
  public static Load start(int threads, RpcChannel channel, Duration timeout) {
    Load load = new Load(channel, timeout);
    for (int thread = 0; thread < threads; thread++) {
      load.threads.add(new Thread(load::callOnAndOn, "load-" + thread));
    }
    load.threads.forEach(Thread::start);
    return load;
  }

  /** How many calls were answered as they should be. */
  public int right() {
    return right.get();
  }

  /** How many got an answer that is not theirs. */
  public int wrong() {
    return wrong.get();
  }

  /** How long the longest call took. */
  public Duration longest() {
    return Duration.ofNanos(longestNanos.get());
  }

  /** Waits until this many more calls have been answered right. */
  public void awaitRight(int more) {
    int enough = right() + more;
    Await.until("calls are answered again", () -> right() >= enough);
  }

  /** Stops calling, and waits for the calls under way. */
  public void end() {
    close();
  }

  @Override
  public void close() {
    stopped = true;
    Await.until(toString(), () -> threads.stream().noneMatch(Thread::isAlive));
  }

  private void callOnAndOn() {
    while (!stopped) {
      int number = calls.incrementAndGet();
      long start = System.nanoTime();
      try {
        (arith.multiply(number, 3) == 3 * number ? right : wrong).incrementAndGet();
      } catch (RpcException failure) {
        failures.merge(failure.code() + " " + failure.executed(), 1, Integer::sum);
      }
      longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public String toString() {
    return "calls=%s right=%s wrong=%s failures=%s longest=%s"
        .formatted(calls, right, wrong, failures, longest());
  }
}
