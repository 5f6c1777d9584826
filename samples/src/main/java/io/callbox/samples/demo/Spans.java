package io.callbox.samples.demo;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps spans to be looked at. Safe for use by many threads. */
final class Spans implements SpanExporter {

  private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

  /** The spans of one trace that have ended. */
  List<SpanData> of(String trace) {
    return ended.stream().filter(span -> span.getTraceId().equals(trace)).toList();
  }

  /** The span that began the latest trace that has ended. */
  SpanData lastRoot() {
    return ended.stream()
        .filter(span -> !span.getParentSpanContext().isValid())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    ended.addAll(spans);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
