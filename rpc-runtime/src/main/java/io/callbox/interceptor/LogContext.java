package io.callbox.interceptor;

import io.callbox.log.Printable;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallIds;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the call that a thread works for into SLF4J's MDC. On a server, it sets {@link #NODE},
 * {@link #METHOD}, {@link #CALL} and {@link #FROM} while the implementation runs. Chosen keys
 * travel: the implementation and its nested calls have the same values in their MDC as the caller.
 *
 * <p>It escapes and cuts text from messages that could forge or flood log lines.
 *
 * <p>Callbacks on the future of an asynchronous call run with the MDC that the caller had when the
 * call began. Immutable.
 *
 * <pre>{@code builder.intercept(LogContext.carrying("tenant", "user")); }</pre>
 */
public final class LogContext implements Interceptor {

  /** MDC key: the id of the node that serves the call. */
  public static final String NODE = "callbox.node";

  /** MDC key: the method that runs, {@code Service.method}. */
  public static final String METHOD = "callbox.method";

  /**
   * MDC key: the id of the call, in the form of {@link CallIds#forLog}; absent for notifications.
   */
  public static final String CALL = "callbox.call";

  /** MDC key: the calling node, as the request says; absent if the request does not say. */
  public static final String FROM = "callbox.from";

  private static final String HEADER_PREFIX = "mdc-";

  private final List<String> keys;

  private LogContext(List<String> keys) {
    this.keys = keys;
  }

  /** Lets the values of these MDC keys travel; there may be no keys. */
  public static LogContext carrying(String... keys) {
    return new LogContext(List.of(keys));
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
    if (call.side() == InterceptedCall.Side.CLIENT) {
      send(call);
      return new Calling(before);
    }
    receive(call);
    return new Serving(before, MDC.getCopyOfContextMap());
  }

  private void send(InterceptedCall call) {
    for (String key : keys) {
      String value = MDC.get(key);
      if (value != null) {
        call.addHeader(HEADER_PREFIX + key, value);
      }
    }
  }

  private void receive(InterceptedCall call) {
    for (String key : keys) {
      put(key, call.headers().get(HEADER_PREFIX + key));
    }
    put(NODE, call.node());
    put(METHOD, call.method().fullName());
    String id = call.id();
    put(CALL, id == null ? null : CallIds.forLog(id));
    put(FROM, call.peer());
  }

  private static void put(String key, @Nullable String value) {
    if (value != null) {
      MDC.put(key, Printable.of(value));
    }
  }

  private static void restore(@Nullable Map<String, String> values) {
    if (values == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(values);
    }
  }

  /** Sets values until the scope is closed. */
  private static CallContext.Scope within(@Nullable Map<String, String> values) {
    @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
    restore(values);
    return () -> restore(before);
  }

  private record Serving(@Nullable Map<String, String> before, @Nullable Map<String, String> ofCall)
      implements CallObserver {

    @Override
    public void leave() {
      restore(before);
    }

    @Override
    public CallContext.Scope resume() {
      return within(ofCall);
    }
  }

  private record Calling(@Nullable Map<String, String> ofCaller) implements CallObserver {

    @Override
    public CallContext.Scope resume() {
      return within(ofCaller);
    }
  }
}
