package io.callbox.samples.demo;

import io.callbox.micrometer.CallMeters;
import io.callbox.opentelemetry.TracedCalls;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/**
 * The measurements and traces of this process, kept in memory.
 *
 * @param registry the meters
 * @param meters measures calls
 * @param spans the spans that have ended
 * @param traces traces calls
 */
record Figures(MeterRegistry registry, CallMeters meters, Spans spans, TracedCalls traces) {

  static Figures start() {
    MeterRegistry registry = new SimpleMeterRegistry();
    Spans spans = new Spans();
    OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(spans).build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    return new Figures(registry, CallMeters.in(registry), spans, TracedCalls.with(telemetry));
  }
}
