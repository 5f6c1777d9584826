package io.callbox.internal.client;

import io.callbox.rpc.CallContext;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for by each subscription to a stream.
 *
 * @param method what is called
 * @param route where the call goes
 * @param params writes the arguments, the same each time
 * @param options what the caller has set
 * @param listener hears where the time went on the server; null for nobody
 * @param around binds to a thread what the subscriber is to find there
 */
record StreamRequest<T>(
    MethodDescriptor<T> method,
    Route route,
    ParamsWriter params,
    CallOptions options,
    @Nullable Consumer<CallTimes> listener,
    Supplier<CallContext.Scope> around) {

  /** Of a call that is refused: there is nothing to ask for. */
  static final Flow.Subscription REFUSED =
      new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };

  /** A call for one subscriber, which has not been sent. */
  StreamCall<T> call(
      RequestFactory requests, Flow.Subscriber<? super T> subscriber, ClientStreams streams) {
    return new StreamCall<>(
        method,
        route,
        requests.stream(method, params, options, listener),
        RequestFactory.isBounded(method, options),
        subscriber,
        around,
        streams);
  }
}
