package io.callbox.rpc;

import java.util.List;
import java.util.function.Predicate;

/**
 * Stands in the way of calls, on the side that makes them, the side that serves them, or both.
 *
 * <p>It hears of each call twice: {@link #begin} before the request is written or the
 * implementation runs, and {@link CallObserver#end} with the outcome, exactly once if {@code begin}
 * returned. That holds alike for calls that wait, asynchronous calls and one-way calls.
 * Interceptors begin in the order they were given to the node, and end in the reverse order.
 *
 * <p>On the server, every call of a known method is seen, that with unfit arguments or after its
 * deadline too: its outcome says so. What is no request, or names no method there is, is not seen.
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
   * A call begins. On the client, this is the caller's thread; on the server, the thread that runs
   * the implementation.
   *
   * @return what is to hear of the rest; {@link CallObserver#NONE} for nothing
   * @throws RpcException to refuse the call: it goes no further and fails with this. On the server
   *     the caller gets its code and message. Any other exception refuses as {@code INTERNAL}
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
   * call, those before it hear of that as the outcome. What {@code begin} throws is always an
   * {@link RpcException}; what its interceptions throw is logged, and spoils nothing.
   */
  static Interceptor chain(List<Interceptor> interceptors) {
    return new InterceptorChain(interceptors);
  }
}
