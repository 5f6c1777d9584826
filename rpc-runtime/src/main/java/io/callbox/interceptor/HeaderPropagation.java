package io.callbox.interceptor;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
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
 * builder.interceptClient(HeaderPropagation.traceContext());
 * builder.interceptClient(CarriedHeaders.named("tenant"));
 * }</pre>
 */
public final class HeaderPropagation implements Interceptor {

  private final List<String> names;

  private HeaderPropagation(List<String> names) {
    this.names = names;
  }

  /** Carries headers of these names. */
  public static HeaderPropagation named(String... names) {
    return new HeaderPropagation(List.of(names));
  }

  /** Carries the headers of W3C Trace Context and Baggage as they came. */
  public static HeaderPropagation traceContext() {
    return named("traceparent", "tracestate", "baggage");
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    CallContext outer = CallContext.current();
    if (outer != null && call.side() == InterceptedCall.Side.CLIENT) {
      for (String name : names) {
        String value = outer.headers().get(name);
        if (value != null && !call.headers().containsKey(name)) {
          call.addHeader(name, value);
        }
      }
    }
    return CallObserver.NONE;
  }
}
