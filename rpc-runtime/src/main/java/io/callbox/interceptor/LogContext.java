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
 * Says in SLF4J's MDC what a thread is working for. On a server, while the implementation runs:
 * {@link #NODE}, {@link #METHOD}, {@link #CALL} and {@link #FROM}. Chosen keys travel: what the
 * caller's MDC has of them, the implementation's has too, and so have nested calls'.
 *
 * <p>What a message says is escaped and cut where it would spoil a line of a log.
 *
 * <p>What a caller hangs on the future of an asynchronous call has the caller's MDC as it was when
 * the call began. Immutable.
 *
 * <pre>{@code builder.intercept(LogContext.carrying("tenant", "user")); }</pre>
 */
public final class LogContext implements Interceptor {

  /** MDC key: the id of the node that serves the call. */
  public static final String NODE = "callbox.node";

  /** MDC key: the method that runs, {@code Service.method}. */
  public static final String METHOD = "callbox.method";

  /** MDC key: the id of the call, as {@link CallIds#forLog} shows it; absent for notifications. */
  public static final String CALL = "callbox.call";

  /** MDC key: the node that says it calls; absent if none does. */
  public static final String FROM = "callbox.from";

  private static final String HEADER_PREFIX = "mdc-";

  private final List<String> keys;

  private LogContext(List<String> keys) {
    this.keys = keys;
  }

  /** Carries the values of these MDC keys; none is fine. */
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

  /** Puts values in place until the scope is closed. */
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
