package io.callbox.micrometer;

import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
  private final @Nullable Timer queued;
  private final Map<String, Timer> byStatus = new ConcurrentHashMap<>();

  MethodMeters(MeterRegistry registry, InterceptedCall.Side side, MethodDescriptor<?> method) {
    boolean client = side == InterceptedCall.Side.CLIENT;
    this.registry = registry;
    this.tags = Tags.of("service", method.service(), "method", method.name());
    this.calls = client ? "callbox.client.calls" : "callbox.server.calls";
    this.queued = client ? null : registry.timer("callbox.server.queued", tags);
    Gauge.builder(client ? "callbox.client.waiting" : "callbox.server.running", open::get)
        .tags(tags)
        .register(registry);
  }

  void begin() {
    open.incrementAndGet();
  }

  void queued(Duration time) {
    if (queued != null) {
      queued.record(time);
    }
  }

  void end(Outcome outcome, long nanos) {
    open.decrementAndGet();
    timer(outcome.statusName()).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Looks before it computes, which may lock. */
  private Timer timer(String status) {
    Timer known = byStatus.get(status);
    return known != null
        ? known
        : byStatus.computeIfAbsent(
            status, added -> registry.timer(calls, tags.and("status", added)));
  }
}
