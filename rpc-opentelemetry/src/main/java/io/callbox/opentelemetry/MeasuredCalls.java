package io.callbox.opentelemetry;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.Outcome;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures the durations of calls, under the names of OpenTelemetry's conventions: {@code
 * rpc.client.call.duration} and {@code rpc.server.call.duration}, histograms in seconds by method
 * and status. With {@code rpc/dup} in {@code OTEL_SEMCONV_STABILITY_OPT_IN} also {@code
 * rpc.client.duration} and {@code rpc.server.duration}, in milliseconds.
 *
 * <p>A program with a Micrometer registry needs {@code rpc-micrometer} instead, not both. Needs
 * OpenTelemetry 1.32 or later. Safe for use by many threads, and by many nodes.
 *
 * <pre>{@code builder.intercept(MeasuredCalls.with(openTelemetry)); }</pre>
 */
public final class MeasuredCalls implements Interceptor {

  private static final List<Double> SECONDS =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);
  private static final double NANOS_TO_A_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final double NANOS_TO_A_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Conventions conventions;
  private final Durations calling;
  private final Durations serving;

  private MeasuredCalls(OpenTelemetry telemetry, Conventions conventions) {
    Meter meter = telemetry.getMeter("io.callbox");
    this.conventions = conventions;
    this.calling = Durations.of(meter, "client", conventions);
    this.serving = Durations.of(meter, "server", conventions);
  }

  /** Measures through this OpenTelemetry. The caller owns it. */
  public static MeasuredCalls with(OpenTelemetry telemetry) {
    return with(telemetry, Conventions.chosen());
  }

  static MeasuredCalls with(OpenTelemetry telemetry, Conventions conventions) {
    return new MeasuredCalls(telemetry, conventions);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    boolean isClient = call.side() == InterceptedCall.Side.CLIENT;
    Durations durations = isClient ? calling : serving;
    Attributes before = conventions.before(call.method());
    Context context = Context.current();
    long start = System.nanoTime();
    return CallObserver.atEnd(
        outcome ->
            durations.record(System.nanoTime() - start, attributes(before, outcome), context));
  }

  private Attributes attributes(Attributes before, Outcome outcome) {
    return before.toBuilder().putAll(conventions.after(outcome)).build();
  }

  /**
   * The histograms of one side.
   *
   * @param stable the histogram in seconds
   * @param old the histogram in milliseconds; null if it is not wanted
   */
  private record Durations(DoubleHistogram stable, @Nullable DoubleHistogram old) {

    static Durations of(Meter meter, String side, Conventions conventions) {
      DoubleHistogram stable =
          meter
              .histogramBuilder("rpc." + side + ".call.duration")
              .setDescription("How long remote calls take.")
              .setUnit("s")
              .setExplicitBucketBoundariesAdvice(SECONDS)
              .build();
      String oldName = "rpc." + side + ".duration";
      return new Durations(
          stable,
          conventions.isOldToo() ? meter.histogramBuilder(oldName).setUnit("ms").build() : null);
    }

    void record(long nanos, Attributes attributes, Context context) {
      stable.record(nanos / NANOS_TO_A_SECOND, attributes, context);
      if (old != null) {
        old.record(nanos / NANOS_TO_A_MILLI, attributes, context);
      }
    }
  }
}
