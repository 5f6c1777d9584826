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
import java.util.function.Supplier;

/**
 * Redis's clock, as estimated from a sample and this machine's ticks since. The machine's own time
 * of day is never looked at. A sample older than a while is renewed in the background by whoever
 * asks.
 *
 * <p>Safe for use by many threads.
 */
final class SampledClock implements BrokerClock {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
  private static final long STALE_NANOS = Duration.ofSeconds(10).toNanos();

  private final Supplier<CompletionStage<Long>> source;
  private final AtomicBoolean sampling = new AtomicBoolean();
  private volatile Sample sample = new Sample(0, 0);

  SampledClock(Supplier<CompletionStage<Long>> source) {
    this.source = source;
  }

  /** Takes the first sample. Throws {@code UNAVAILABLE} if Redis does not answer. */
  void start() {
    long before = System.nanoTime();
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
    return latest.millis + TimeUnit.NANOSECONDS.toMillis(age);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  /**
   * If Redis is out of reach, the old sample goes on: it drifts by milliseconds a minute at worst.
   */
  private void renew() {
    long before = System.nanoTime();
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
    sample = new Sample(millis, before + (System.nanoTime() - before) / 2);
  }

  private record Sample(long millis, long atNanos) {}
}
