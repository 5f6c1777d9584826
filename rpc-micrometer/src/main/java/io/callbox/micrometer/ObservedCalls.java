package io.callbox.micrometer;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;

/**
 * Makes a Micrometer observation of each call on each side: {@code callbox.client} from its start
 * to its outcome, and {@code callbox.server} while it is served, each by service, method and
 * status. The handlers of the registry turn observations into timers or spans; handlers that
 * propagate a trace find the headers of the call in the context.
 *
 * <p>The server's observation is current while the implementation runs, so nested calls are its
 * children. The callbacks on the future of an asynchronous call run in the observation that the
 * caller had. Safe for use by many threads, and by many nodes.
 *
 * <pre>{@code builder.intercept(ObservedCalls.in(observations)); }</pre>
 */
public final class ObservedCalls implements Interceptor {

  private final ObservationRegistry registry;

  private ObservedCalls(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Makes observations in this registry. */
  public static ObservedCalls in(ObservationRegistry registry) {
    return new ObservedCalls(registry);
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    boolean isClient = call.side() == InterceptedCall.Side.CLIENT;
    Observation caller = registry.getCurrentObservation();
    Observation observation =
        isClient
            ? Observation.createNotStarted("callbox.client", () -> sent(call), registry)
            : Observation.createNotStarted("callbox.server", () -> received(call), registry);
    observation
        .contextualName(call.method().fullName())
        .lowCardinalityKeyValue("service", call.method().service())
        .lowCardinalityKeyValue("method", call.method().name())
        .highCardinalityKeyValue("node", call.node());
    if (call.peer() != null) {
      observation.highCardinalityKeyValue("peer", call.peer());
    }
    observation.start();
    Observation around = isClient ? caller : observation;
    return new ObservedCall(observation, observation.openScope(), around);
  }

  private static SenderContext<InterceptedCall> sent(InterceptedCall call) {
    SenderContext<InterceptedCall> context =
        new SenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.addHeader(name, value);
              }
            });
    context.setCarrier(call);
    return context;
  }

  private static ReceiverContext<Map<String, String>> received(InterceptedCall call) {
    ReceiverContext<Map<String, String>> context =
        new ReceiverContext<>((carrier, name) -> carrier.get(name));
    context.setCarrier(call.headers());
    return context;
  }
}
