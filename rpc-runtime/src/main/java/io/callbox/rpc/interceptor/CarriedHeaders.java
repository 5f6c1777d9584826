package io.callbox.rpc.interceptor;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interception;
import io.callbox.rpc.Interceptor;
import java.util.List;

/**
 * Carries chosen headers of the call that an implementation runs for into the calls that it makes:
 * a tenant, say, or the W3C trace context of a caller, through a node that does no tracing itself.
 * A header that the nested call sets itself stays as it is.
 *
 * <p>For clients; does nothing on a server. It knows the call by {@link CallContext#current()}: a
 * thread that an implementation starts itself is to {@linkplain CallContext#attach() attach} it.
 * Immutable.
 *
 * <pre>{@code
 * builder.interceptClient(CarriedHeaders.traceContext());
 * builder.interceptClient(CarriedHeaders.named("tenant"));
 * }</pre>
 */
public final class CarriedHeaders implements Interceptor {

  private final List<String> names;

  private CarriedHeaders(List<String> names) {
    this.names = names;
  }

  /** Carries headers of these names. */
  public static CarriedHeaders named(String... names) {
    return new CarriedHeaders(List.of(names));
  }

  /** Carries the headers of W3C Trace Context and Baggage as they came. */
  public static CarriedHeaders traceContext() {
    return named("traceparent", "tracestate", "baggage");
  }

  @Override
  public Interception begin(InterceptedCall call) {
    CallContext outer = CallContext.current();
    if (outer != null && call.side() == InterceptedCall.Side.CLIENT) {
      for (String name : names) {
        String value = outer.headers().get(name);
        if (value != null && !call.headers().containsKey(name)) {
          call.addHeader(name, value);
        }
      }
    }
    return Interception.NONE;
  }
}
