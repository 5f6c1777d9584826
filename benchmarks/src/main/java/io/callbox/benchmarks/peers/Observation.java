package io.callbox.benchmarks.peers;

import io.callbox.micrometer.CallMeters;
import io.callbox.opentelemetry.TracedCalls;
import io.callbox.rpc.Interceptor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;

/**
 * The interceptors that observe the calls of a process: {@code none}, {@code meters}, {@code
 * traces}, both.
 */
final class Observation {

  private Observation() {}

  static List<Interceptor> of(String name) {
    return switch (name) {
      case "none" -> List.of();
      case "meters" -> List.of(meters());
      case "traces" -> List.of(traces());
      case "both" -> List.of(meters(), traces());
      default -> throw new IllegalArgumentException("no figures " + name);
    };
  }

  private static Interceptor meters() {
    return CallMeters.in(new SimpleMeterRegistry());
  }

  /**
   * Every call is a span, which goes through a batch to an exporter that throws it away; none is
   * dropped before, which would be cheaper.
   */
  private static Interceptor traces() {
    return TracedCalls.with(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(
                        BatchSpanProcessor.builder(SpanExporter.composite())
                            .setMaxQueueSize(1 << 16)
                            .build())
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build());
  }
}
