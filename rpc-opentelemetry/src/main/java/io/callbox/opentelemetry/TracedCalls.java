package io.callbox.opentelemetry;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Duration;

/**
 * Makes a span of each call on each side: a client span from its start to its outcome, and a server
 * span, its child, while it is served. The caller's context travels in the headers, as the given
 * OpenTelemetry's propagators write it: {@code traceparent} and {@code tracestate} for W3C's.
 *
 * <p>The server span is current while the implementation runs, so nested calls are its children,
 * also asynchronous calls, and calls that a stream makes while its items are pulled. Callbacks on
 * the future of an asynchronous call run in the context that the caller had. If an implementation
 * starts a thread, carry the context to it with {@link Context#wrap}. Attributes have the stable
 * names of OpenTelemetry's conventions for JSON-RPC; those before 1.38 as well if {@code
 * OTEL_SEMCONV_STABILITY_OPT_IN} has {@code rpc/dup}. Safe for use by many threads, and by many
 * nodes.
 *
 * <pre>{@code builder.intercept(TracedCalls.with(openTelemetry)); }</pre>
 */
public final class TracedCalls implements Interceptor {

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private final Conventions conventions;

  private TracedCalls(OpenTelemetry telemetry, Conventions conventions) {
    this.conventions = conventions;
    this.tracer = telemetry.getTracer("io.callbox");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  /** Traces through this OpenTelemetry. The caller owns it. */
  public static TracedCalls with(OpenTelemetry telemetry) {
    return with(telemetry, Conventions.chosen());
  }

  static TracedCalls with(OpenTelemetry telemetry, Conventions conventions) {
    return new TracedCalls(telemetry, conventions);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    return call.side() == InterceptedCall.Side.CLIENT ? calling(call) : serving(call);
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by leave
  private CallObserver calling(InterceptedCall call) {
    Context caller = Context.current();
    Span span = span(call, SpanKind.CLIENT).setParent(caller).startSpan();
    Context within = caller.with(span);
    propagator.inject(within, call, (carrier, name, value) -> call.addHeader(name, value));
    return new TracedCall(span, within.makeCurrent(), caller, conventions);
  }

  @SuppressWarnings("MustBeClosedChecker") // closed by leave
  private CallObserver serving(InterceptedCall call) {
    Context caller = propagator.extract(Context.current(), call.headers(), HeaderGetter.INSTANCE);
    Span span = span(call, SpanKind.SERVER).setParent(caller).startSpan();
    Context within = caller.with(span);
    return new TracedCall(span, within.makeCurrent(), within, conventions);
  }

  private SpanBuilder span(InterceptedCall call, SpanKind kind) {
    SpanBuilder span =
        tracer
            .spanBuilder(call.method().fullName())
            .setSpanKind(kind)
            .setAllAttributes(conventions.before(call.method()))
            .setAttribute(CallAttributes.NODE, call.node());
    if (call.peer() != null) {
      span.setAttribute(CallAttributes.PEER, call.peer());
    }
    Duration queued = call.queued();
    if (queued != null) {
      span.setAttribute(CallAttributes.QUEUED, queued.toMillis());
    }
    return span;
  }
}
