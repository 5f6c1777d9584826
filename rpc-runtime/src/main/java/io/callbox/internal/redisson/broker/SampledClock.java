package io.callbox.internal.redisson.broker;

import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An estimate of Redis's clock, from a sample and this machine's ticks since then. It never reads
 * the machine's own time of day. A thread that asks for the time renews an old sample in the
 * background.
 *
 * <p>A sample is wrong by up to half a round trip, which is long when the machine is busy or Redis
 * stands still. A sample with a larger error than the sample before it corrects the clock only as
 * far as it proves it wrong. Otherwise the clocks of nodes would differ by seconds after Redis has
 * stood still, and one node would refuse requests that another has just sent. A sample that is
 * earlier than the current time stops the clock until time has caught up. If it is much earlier,
 * Redis's own clock must have been set back, and this clock follows.
 *
 * <p>Safe for use by many threads.
 */
public final class SampledClock implements BrokerClock {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
  private static final long STALE_NANOS = Duration.ofSeconds(10).toNanos();

  /**
   * The maximum time by which a sample may be earlier because of its round trip, in milliseconds.
   */
  private static final long LONGEST_STOP = 1_000;

  private final Supplier<CompletionStage<Long>> source;
  private final LongSupplier ticks;
  private final AtomicBoolean sampling = new AtomicBoolean();

  /**
   * The latest time that was returned. Threads that ask race with each other, and with a new
   * sample.
   */
  private final AtomicLong told = new AtomicLong();

  /**
   * The current sample. Its error is unlimited at first, so the first real sample is believed, with
   * any round trip.
   */
  private volatile Sample sample = new Sample(0, 0, Long.MAX_VALUE / 2);

  /**
   * Creates a clock without a sample.
   *
   * @param source asks Redis for its time
   * @param ticks this machine's ticks
   */
  SampledClock(Supplier<CompletionStage<Long>> source, LongSupplier ticks) {
    this.source = source;
    this.ticks = ticks;
  }

  /** Creates a clock without a sample. */
  public static SampledClock of(Scripts scripts) {
    return new SampledClock(
        () -> scripts.number(LuaScript.TIME, List.of(new QueueName("time"))), System::nanoTime);
  }

  /** Asks Redis for its time. */
  public CompletionStage<Long> ask() {
    return source.get();
  }

  /** Takes the first sample. Throws {@code UNAVAILABLE} if Redis does not answer. */
  public void start() {
    long before = nanoTime();
    try {
      long millis =
          ask().toCompletableFuture().get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      adopt(millis, before);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted while asking Redis for its time");
    } catch (ExecutionException | TimeoutException failure) {
      throw new RpcException(
          StatusCode.UNAVAILABLE,
          Executed.NO,
          "Redis does not tell its time: " + failure.getMessage(),
          failure);
    }
  }

  @Override
  public long millis() {
    Sample latest = sample;
    long age = nanoTime() - latest.atNanos;
    if (age > STALE_NANOS && sampling.compareAndSet(false, true)) {
      renew();
    }
    return notBack(latest.millis + TimeUnit.NANOSECONDS.toMillis(age));
  }

  private long notBack(long now) {
    long last = told.get();
    while (now > last || last - now > LONGEST_STOP) {
      if (told.compareAndSet(last, now)) {
        return now;
      }
      last = told.get();
    }
    return last;
  }

  @Override
  public long nanoTime() {
    return ticks.getAsLong();
  }

  /**
   * Renews the sample. If Redis is out of reach, the old sample stays in use: it drifts by
   * milliseconds per minute at worst.
   */
  private void renew() {
    long before = nanoTime();
    source
        .get()
        .whenComplete(
            (millis, failure) -> {
              if (failure == null) {
                adopt(millis, before);
              }
              sampling.set(false);
            });
  }

  /**
   * Adopts a time from Redis. Redis read its clock some time between question and answer: the
   * middle is the best estimate, unless the sample before it is better.
   */
  private void adopt(long millis, long before) {
    long now = nanoTime();
    Sample middle = new Sample(millis, before + (now - before) / 2, (now - before) / 2);
    Sample last = sample.at(millis);
    sample = middle.errorNanos <= last.errorNanos ? middle : last.within(before, now);
  }

  /**
   * A time that Redis's clock has shown.
   *
   * @param millis the time
   * @param atNanos the tick of this clock at that time
   * @param errorNanos the maximum error
   */
  private record Sample(long millis, long atNanos, long errorNanos) {

    /** The maximum difference in speed of two clocks: a tenth of a millisecond in a second. */
    private static final long DRIFT = 10_000;

    /** Returns the tick at which Redis's clock shows this time, as far as this sample tells. */
    Sample at(long other) {
      long passed = TimeUnit.MILLISECONDS.toNanos(other - millis);
      return new Sample(other, atNanos + passed, errorNanos + Math.abs(passed) / DRIFT);
    }

    /** Returns the nearest sample within these bounds. */
    Sample within(long first, long last) {
      long nearest = Math.max(first, Math.min(atNanos, last));
      return nearest == atNanos ? this : new Sample(millis, nearest, last - first);
    }
  }
}
