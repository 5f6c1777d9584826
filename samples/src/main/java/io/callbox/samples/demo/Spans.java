package io.callbox.samples.demo;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps spans to be looked at. Safe for use by many threads. */
final class Spans implements SpanProcessor {

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
  public void onEnd(ReadableSpan span) {
    ended.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }
}
