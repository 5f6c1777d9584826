package io.callbox.interceptor;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import java.util.List;

/**
 * Copies chosen headers from the call that an implementation serves to the calls that it makes: for
 * example a tenant, or the W3C trace context of a caller through a node that does no tracing
 * itself. It does not overwrite a header that the nested call sets.
 *
 * <p>For clients; it does nothing on a server. It finds the call with {@link
 * CallContext#current()}: a thread that an implementation starts must {@linkplain
 * CallContext#attach() attach} the context. Immutable.
 *
 * <pre>{@code
 * builder.interceptClient(HeaderPropagation.traceContext());
 * builder.interceptClient(HeaderPropagation.named("tenant"));
 * }</pre>
 */
public final class HeaderPropagation implements Interceptor {

  private final List<String> names;

  private HeaderPropagation(List<String> names) {
    this.names = names;
  }

  /** Copies the headers with these names. */
  public static HeaderPropagation named(String... names) {
    return new HeaderPropagation(List.of(names));
  }

  /** Copies the headers of W3C Trace Context and Baggage without a change. */
  public static HeaderPropagation traceContext() {
    return named("traceparent", "tracestate", "baggage");
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    CallContext outer = CallContext.current();
    if (outer != null && call.side() == InterceptedCall.Side.CLIENT) {
      names.forEach(name -> propagate(name, outer, call));
    }
    return CallObserver.NONE;
  }

  private static void propagate(String name, CallContext outer, InterceptedCall call) {
    String value = outer.headers().get(name);
    if (value != null && !call.headers().containsKey(name)) {
      call.addHeader(name, value);
    }
  }
}
