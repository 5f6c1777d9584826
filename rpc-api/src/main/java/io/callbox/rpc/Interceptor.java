package io.callbox.rpc;

import java.util.List;
import java.util.function.Predicate;

/**
 * Intercepts calls on the client, on the server, or on both.
 *
 * <p>An interceptor is called twice for each call: {@link #begin} before the request is written or
 * the implementation runs, and {@link CallObserver#end} with the outcome, exactly once if {@code
 * begin} returned. This applies to blocking, asynchronous and one-way calls. Interceptors begin in
 * the order in which they were registered with the node, and end in the reverse order.
 *
 * <p>A server's interceptors see every call of a known method, also those with invalid arguments or
 * past their deadline; the outcome says so. They do not see messages that are not requests or that
 * name an unknown method.
 *
 * <p>Must be safe for use by many threads.
 *
 * <pre>{@code
 * Interceptor slow = call -> {
 *   long start = System.nanoTime();
 *   return CallObserver.atEnd(outcome -> LOG.info("{} {} {}", call.method(), outcome, System.nanoTime() - start));
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Interceptor {

  /**
   * Called when a call begins: on the client, on the caller's thread; on the server, on the thread
   * that runs the implementation.
   *
   * @return observes the rest of the call; {@link CallObserver#NONE} for nothing
   * @throws RpcException to refuse the call, which then fails with this exception. A server sends
   *     its code and message to the caller. Any other exception refuses the call with {@code
   *     INTERNAL}
   */
  CallObserver begin(InterceptedCall call);

  /** This interceptor for methods of one service only, named as on the wire. */
  default Interceptor forService(String service) {
    return where(method -> method.service().equals(service));
  }

  /** This interceptor for one method only, named as on the wire: {@code Arith.multiply}. */
  default Interceptor forMethod(String fullName) {
    return where(method -> method.fullName().equals(fullName));
  }

  /** This interceptor for the methods that {@code applies} accepts. */
  default Interceptor where(Predicate<MethodDescriptor<?>> applies) {
    return call -> applies.test(call.method()) ? begin(call) : CallObserver.NONE;
  }

  /**
   * One interceptor for all of these: they begin in order and end in reverse. If one refuses a
   * call, those before it receive the refusal as the outcome. Its {@code begin} throws only an
   * {@link RpcException}. Exceptions of the observers are logged and do not affect the call.
   */
  static Interceptor chain(List<Interceptor> interceptors) {
    return new InterceptorChain(interceptors);
  }
}
