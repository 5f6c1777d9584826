package io.callbox.samples.faults;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts calls by their outcome. A call is lost if its timeout ended although Redis had the call:
 * its caller got neither a result nor an error that says what went wrong. Safe for use by many
 * threads.
 */
final class Tally {

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger right = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicLong worstNanos = new AtomicLong();
  private final Map<String, Integer> errors = new TreeMap<>();

  /** One call of a scenario; returns normally if its result is right. */
  @FunctionalInterface
  interface Call {
    boolean isRight() throws Exception;
  }

  /** Makes a call and counts it. */
  void count(Call call) {
    long start = System.nanoTime();
    calls.incrementAndGet();
    try {
      (call.isRight() ? right : wrong).incrementAndGet();
    } catch (Exception failure) {
      failed(failure);
    }
    worstNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
  }

  private void failed(Exception failure) {
    if (isSilence(failure)) {
      lost.incrementAndGet();
    } else {
      String name =
          failure instanceof RpcException answered
              ? answered.code().toString()
              : failure.getClass().getSimpleName();
      synchronized (errors) { // callers fail on many threads
        errors.merge(name, 1, Integer::sum);
      }
    }
  }

  private static boolean isSilence(Exception failure) {
    return failure instanceof RpcException ours
        ? ours.code() == StatusCode.DEADLINE_EXCEEDED
        : failure.getClass().getSimpleName().matches("Remote.*TimeoutException"); // of Redisson
  }

  int calls() {
    return calls.get();
  }

  int right() {
    return right.get();
  }

  int wrong() {
    return wrong.get();
  }

  int lost() {
    return lost.get();
  }

  Duration worst() {
    return Duration.ofNanos(worstNanos.get());
  }

  /** Returns the number of calls that were answered with an error, by the error's name. */
  Map<String, Integer> errors() {
    synchronized (errors) { // see above
      return new TreeMap<>(errors);
    }
  }
}
