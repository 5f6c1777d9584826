package io.callbox.micrometer;

import io.callbox.rpc.CallTimes;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The meters of one method on one side. Safe for use by many threads. */
final class MethodMeters {

  private final MeterRegistry registry;
  private final Tags tags;
  private final String calls;
  private final AtomicInteger open = new AtomicInteger();
  private final Timer queued;

  /** The running time; null on a server, whose timer of calls measures the same. */
  private final @Nullable Timer ran;

  private final Map<String, Timer> byStatus = new ConcurrentHashMap<>();

  MethodMeters(MeterRegistry registry, InterceptedCall.Side side, MethodDescriptor<?> method) {
    boolean client = side == InterceptedCall.Side.CLIENT;
    this.registry = registry;
    this.tags = Tags.of("service", method.service(), "method", method.name());
    this.calls = client ? "callbox.client.calls" : "callbox.server.calls";
    this.queued = timer(client ? "callbox.client.queued" : "callbox.server.queued", tags);
    this.ran = client ? timer("callbox.client.ran", tags) : null;
    Gauge.builder(client ? "callbox.client.waiting" : "callbox.server.running", open::get)
        .tags(tags)
        .register(registry);
  }

  void begin() {
    open.incrementAndGet();
  }

  void queued(Duration time) {
    queued.record(time);
  }

  void end(Outcome outcome, long nanos) {
    open.decrementAndGet();
    timer(outcome.statusName()).record(nanos, TimeUnit.NANOSECONDS);
    CallTimes times = outcome.times();
    if (times != null && ran != null) {
      queued.record(times.queuedMicros(), TimeUnit.MICROSECONDS);
      ran.record(times.ranMicros(), TimeUnit.MICROSECONDS);
    }
  }

  /** Returns the timer of a status. It looks before it computes, which may lock. */
  private Timer timer(String status) {
    Timer known = byStatus.get(status);
    return known != null
        ? known
        : byStatus.computeIfAbsent(status, added -> timer(calls, tags.and("status", added)));
  }

  /**
   * Makes a timer by the method that every version of Micrometer has: the method with {@link Tags}
   * is new in 1.16.
   */
  private Timer timer(String name, Iterable<Tag> tags) {
    return registry.timer(name, tags);
  }
}
