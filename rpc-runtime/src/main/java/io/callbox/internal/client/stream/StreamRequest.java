package io.callbox.internal.client.stream;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request that each subscription to a stream makes.
 *
 * @param method the called method
 * @param route the route of the call
 * @param params writes the arguments, the same each time
 * @param options the caller's options
 * @param listener receives the times on the server; null for none
 * @param around binds the context of the subscriber to a thread
 */
public record StreamRequest<T>(
    MethodDescriptor<T> method,
    Route route,
    ParamsWriter params,
    CallOptions options,
    @Nullable Consumer<CallTimes> listener,
    Supplier<CallContext.Scope> around) {

  /** The subscription of a refused call: it has no items. */
  private static final Flow.Subscription REFUSED =
      new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };

  /** Tells a subscriber that its call is refused, for this reason. */
  public static void refuse(Flow.Subscriber<?> subscriber, RpcException reason) {
    subscriber.onSubscribe(REFUSED);
    subscriber.onError(reason);
  }

  /** Creates a call for one subscriber, which has not been sent. */
  StreamCall<T> call(
      RequestFactory requests, Flow.Subscriber<? super T> subscriber, ClientStreams streams) {
    boolean bounded = isBounded();
    return new StreamCall<>(
        method,
        route,
        requests.stream(method, params, options, listener, bounded, StreamCall.WINDOW),
        bounded,
        subscriber,
        around,
        streams);
  }

  /**
   * Returns whether a timeout applies to the whole stream: the node's own timeout is only for its
   * first message.
   */
  private boolean isBounded() {
    CallContext outer = CallContext.current();
    return options.timeout() != null
        || method.timeout() != null
        || (outer != null && outer.deadline() != null);
  }
}
