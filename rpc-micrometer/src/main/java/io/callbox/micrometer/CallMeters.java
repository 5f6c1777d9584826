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
 *   <li>{@code callbox.client.queued}: a timer, the time that the request waited for its turn, as
 *       the server reports it, by service and method
 *   <li>{@code callbox.client.ran}: a timer, the time that the call ran, as the server reports it,
 *       by service and method
 *   <li>{@code callbox.client.waiting}: the number of calls that wait for their outcome, by service
 *       and method
 * </ul>
 *
 * <p>On a server:
 *
 * <ul>
 *   <li>{@code callbox.server.queued}: a timer, from the request's start to its turn, by service
 *       and method
 *   <li>{@code callbox.server.calls}: a timer, from its turn to the outcome, by service, method and
 *       status
 *   <li>{@code callbox.server.running}: the number of calls that run, by service and method
 * </ul>
 *
 * <p>The time of {@code calls} that is neither in {@code queued} nor in {@code ran} is the way of
 * the request and of the response. {@code queued} and {@code ran} leave out calls without a
 * response, and calls that another server than Callbox's has answered.
 *
 * <p>The status is {@code OK} or a {@link io.callbox.rpc.StatusCode}. Safe for use by many threads,
 * and by many nodes: nodes that share a registry must share one object of this class, because a
 * registry ignores the second gauge of a name.
 *
 * <pre>{@code builder.intercept(CallMeters.in(registry)); }</pre>
 */
public final class CallMeters implements Interceptor {

  private final MeterRegistry registry;

  /**
   * The meters by the methods' names, because a stub and a gateway describe the same method in
   * different ways.
   */
  private final Map<String, MethodMeters> client = new ConcurrentHashMap<>();

  private final Map<String, MethodMeters> server = new ConcurrentHashMap<>();

  private CallMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Creates meters in this registry. Each is made when its method is first called. */
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
