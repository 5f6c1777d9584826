package io.callbox.micrometer;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures calls. On a client:
 *
 * <ul>
 *   <li>{@code callbox.client.calls}: a timer, from start to outcome, by service, method and status
 *   <li>{@code callbox.client.queued}: a timer, how long the request waited for its turn, as the
 *       server reports it, by service and method
 *   <li>{@code callbox.client.ran}: a timer, how long the server ran the call, as the server
 *       reports it, by service and method
 *   <li>{@code callbox.client.waiting}: how many calls wait for their outcome, by service and
 *       method
 * </ul>
 *
 * <p>On a server:
 *
 * <ul>
 *   <li>{@code callbox.server.queued}: a timer, from the request's start to its turn, by service
 *       and method
 *   <li>{@code callbox.server.calls}: a timer, from its turn to the outcome, by service, method and
 *       status
 *   <li>{@code callbox.server.running}: how many calls run, by service and method
 * </ul>
 *
 * <p>The time of {@code calls} that is neither in {@code queued} nor in {@code ran} is the way of
 * the request and of the response. These two leave out calls without a response, and calls that a
 * server other than Callbox's has answered.
 *
 * <p>The status is {@code OK} or a {@link io.callbox.rpc.StatusCode}. Safe for use by many threads,
 * and by many nodes: those that share a registry share one of these, as the second gauge of a name
 * is ignored.
 *
 * <pre>{@code builder.intercept(CallMeters.in(registry)); }</pre>
 */
public final class CallMeters implements Interceptor {

  private final MeterRegistry registry;

  /** By the methods' names: a stub and a gateway describe the same method, each in its way. */
  private final Map<String, MethodMeters> client = new ConcurrentHashMap<>();

  private final Map<String, MethodMeters> server = new ConcurrentHashMap<>();

  private CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Meters in this registry, made as methods are first called. */
  public static CallMeters in(MeterRegistry registry) {
    return new CallMeters(registry);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    MethodMeters meters = metersOf(call);
    Duration queued = call.queued();
    if (queued != null) {
      meters.queued(queued);
    }
    meters.begin();
    long start = System.nanoTime();
    return new CallObserver() {
      @Override
      public void end(Outcome outcome) {
        meters.end(outcome, System.nanoTime() - start);
      }
    };
  }

  private MethodMeters metersOf(InterceptedCall call) {
    Map<String, MethodMeters> meters = call.side() == InterceptedCall.Side.CLIENT ? client : server;
    MethodDescriptor<?> method = call.method();
    MethodMeters known = meters.get(method.fullName());
    return known != null
        ? known
        : meters.computeIfAbsent(
            method.fullName(), name -> new MethodMeters(registry, call.side(), method));
  }
}
