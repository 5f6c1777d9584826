package io.callbox.transport.redisson;

import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Redis's clock, as estimated from a sample and this machine's ticks since. The machine's own time
 * of day is never looked at. A sample older than a while is renewed in the background by whoever
 * asks.
 *
 * <p>A sample is off by half a round trip, which is long when the machine is busy: one that says
 * less than the last stops the clock until time has caught up, unless it is so far back that
 * Redis's own clock must have been set back.
 *
 * <p>Safe for use by many threads.
 */
final class SampledClock implements BrokerClock {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
  private static final long STALE_NANOS = Duration.ofSeconds(10).toNanos();

  /** How far back a sample may be for its round trip's sake, in milliseconds. */
  private static final long LONGEST_STOP = 1_000;

  private final Supplier<CompletionStage<Long>> source;
  private final LongSupplier ticks;
  private final AtomicBoolean sampling = new AtomicBoolean();

  /** The latest time that was told. Those who ask race with each other, and with a new sample. */
  private final AtomicLong told = new AtomicLong();

  private volatile Sample sample = new Sample(0, 0);

  SampledClock(Supplier<CompletionStage<Long>> source) {
    this(source, System::nanoTime);
  }

  /** With ticks of a test's own. */
  SampledClock(Supplier<CompletionStage<Long>> source, LongSupplier ticks) {
    this.source = source;
    this.ticks = ticks;
  }

  /** Takes the first sample. Throws {@code UNAVAILABLE} if Redis does not answer. */
  void start() {
    long before = nanoTime();
    try {
      long millis =
          source.get().toCompletableFuture().get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
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
   * If Redis is out of reach, the old sample goes on: it drifts by milliseconds a minute at worst.
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

  /** Redis read its clock somewhere between question and answer: half-way is the best guess. */
  private void adopt(long millis, long before) {
    sample = new Sample(millis, before + (nanoTime() - before) / 2);
  }

  private record Sample(long millis, long atNanos) {}
}
