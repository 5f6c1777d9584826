package io.callbox.security;

import io.callbox.rpc.CallObserver;
import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which callers may call which methods. It refuses all other calls: with {@code
 * UNAUTHENTICATED} if the caller is unknown, else with {@code PERMISSION_DENIED}. Add it to the
 * node after the interceptor that identifies the caller. Do not change it after the node has
 * started.
 *
 * <pre>{@code
 * MethodRules rules = MethodRules.forCallers(SignatureCheck::callerOf)
 *     .allow("billing", "Invoices.*", "rpc.ping")
 *     .allowAll("Catalog.find");
 * builder.interceptServer(check).interceptServer(rules);
 * }</pre>
 */
public final class MethodRules implements Interceptor {

  private final Function<Map<String, String>, @Nullable String> callers;
  private final Map<String, Set<String>> allowed = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private MethodRules(Function<Map<String, String>, @Nullable String> callers) {
    this.callers = callers;
  }

  /**
   * Creates rules that allow nothing yet.
   *
   * @param callers returns the caller for the headers of a call; null if unknown
   */
  public static MethodRules forCallers(Function<Map<String, String>, @Nullable String> callers) {
    return new MethodRules(callers);
  }

  /**
   * Allows a caller to call these methods: {@code Service.method}, or {@code Service.*} for all
   * methods of a service.
   */
  public MethodRules allow(String caller, String... methods) {
    allowed.computeIfAbsent(caller, any -> new HashSet<>()).addAll(Set.of(methods));
    return this;
  }

  /** Allows every caller to call these methods, also unknown callers. */
  public MethodRules allowAll(String... methods) {
    open.addAll(Set.of(methods));
    return this;
  }

  @Override
  public CallObserver begin(InterceptedCall call) {
    if (call.side() == InterceptedCall.Side.SERVER && !names(open, call.method())) {
      check(call);
    }
    return CallObserver.NONE;
  }

  private void check(InterceptedCall call) {
    String caller = callers.apply(call.headers());
    if (caller == null) {
      throw new RpcException(
          StatusCode.UNAUTHENTICATED, call.method() + ": nobody knows who is calling");
    }
    if (!names(allowed.getOrDefault(caller, Set.of()), call.method())) {
      throw new RpcException(StatusCode.PERMISSION_DENIED, call.method() + ": not for " + caller);
    }
  }

  private static boolean names(Set<String> methods, MethodDescriptor<?> method) {
    return methods.contains(method.fullName()) || methods.contains(method.service() + ".*");
  }
}
