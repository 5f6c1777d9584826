package io.callbox.internal.client.channel;

import io.callbox.internal.client.callback.CallFuture;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.callback.WatchedFuture;
import io.callbox.internal.client.stream.StreamRequest;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallObserver;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.Interceptor;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose calls first pass an interceptor. A client without interceptors has no such
 * channels, so they cost nothing.
 */
final class InterceptedChannel implements RpcChannel {

  private final QueueChannel channel;
  private final Interceptor interceptor;
  private final BiFunction<MethodDescriptor<?>, CallOptions, OutgoingCall.Origin> origins;

  /**
   * Creates a channel in front of {@code channel}.
   *
   * @param origins returns the origin and the deadline of a call
   */
  InterceptedChannel(
      QueueChannel channel,
      Interceptor interceptor,
      BiFunction<MethodDescriptor<?>, CallOptions, OutgoingCall.Origin> origins) {
    this.channel = channel;
    this.interceptor = interceptor;
    this.origins = origins;
  }

  @Override
  public RpcChannel waitForProvider() {
    return new InterceptedChannel(channel.waitForProvider(), interceptor, origins);
  }

  @Override
  public <T extends @Nullable Object> T call(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) throws Exception {
    return observed(
        outgoing(method, params, options),
        call -> channel.telling(call::told).call(method, call.paramsWriter(), call.options()));
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    return start(
        outgoing(method, params, options),
        call -> channel.telling(call::told).callAsync(method, call.paramsWriter(), call.options()));
  }

  @Override
  public <T> Flow.Publisher<T> stream(
      MethodDescriptor<T> method, ParamsWriter params, CallOptions options) {
    ParamsWriter written = WrittenParams.of(method, params);
    return subscriber ->
        subscribe(
            outgoing(method, written, options),
            method,
            Objects.requireNonNull(subscriber, "a subscriber"));
  }

  private <T> void subscribe(
      OutgoingCall call, MethodDescriptor<T> method, Flow.Subscriber<? super T> subscriber) {
    CallObserver begun;
    try {
      begun = call.begin(interceptor);
    } catch (RpcException refusal) {
      StreamRequest.refuse(subscriber, refusal);
      return;
    }
    try {
      channel.telling(call::told).stream(
          method,
          call.paramsWriter(),
          call.options(),
          begun::resume,
          new ObservedSubscriber<>(subscriber, call, begun));
    } finally {
      begun.leave();
    }
  }

  @Override
  public void send(MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    observed(
        notification(method, params, options),
        call -> {
          channel.send(method, call.paramsWriter(), call.options());
          return call;
        });
  }

  @Override
  public <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, ParamsWriter params, DurableOptions options) {
    OutgoingCall outgoing = notification(method, params, options.call());
    return options.async()
        ? accepting(outgoing, call -> submit(method, call, options))
        : observed(outgoing, call -> submit(method, call, options));
  }

  private <T extends @Nullable Object> CallHandle<T> submit(
      MethodDescriptor<T> method, OutgoingCall call, DurableOptions options) {
    return channel.submit(method, call.paramsWriter(), options.replacing(call.options()));
  }

  /** Submits a call that counts as sent when it is accepted. */
  private <T extends @Nullable Object> CallHandle<T> accepting(
      OutgoingCall call, Function<OutgoingCall, CallHandle<T>> submitting) {
    CallObserver begun = call.begin(interceptor);
    try {
      CallHandle<T> handle = submitting.apply(call);
      handle.accepted().whenComplete((accepted, failure) -> begun.end(call.outcome(failure)));
      return handle;
    } catch (RuntimeException | Error failure) {
      begun.end(call.outcome(failure));
      throw failure;
    } finally {
      begun.leave();
    }
  }

  /** An action with a call; the call ends when the action returns or throws. */
  private interface Doing<R extends @Nullable Object, X extends Exception> {

    R with(OutgoingCall call) throws X;
  }

  private <R extends @Nullable Object, X extends Exception> R observed(
      OutgoingCall call, Doing<R, X> doing) throws X {
    CallObserver begun = call.begin(interceptor);
    try {
      R done = doing.with(call);
      begun.end(call.outcome(null));
      return done;
    } catch (Exception | Error failure) {
      begun.end(call.outcome(failure));
      throw failure;
    } finally {
      begun.leave();
    }
  }

  @Override
  public <T extends @Nullable Object> CallHandle<T> attach(MethodDescriptor<T> method, String id) {
    return channel.attach(method, id);
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return start(
        notification(method, params, options),
        call -> channel.sendAsync(method, call.paramsWriter(), call.options()));
  }

  private OutgoingCall outgoing(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    return new OutgoingCall(method, params, options, origins.apply(method, options));
  }

  private OutgoingCall notification(
      MethodDescriptor<?> method, ParamsWriter params, CallOptions options) {
    OutgoingCall.Origin origin = origins.apply(method, options).ofNotification();
    return new OutgoingCall(method, params, options, origin);
  }

  /**
   * Starts a call.
   *
   * @param <T> its result
   */
  private interface Start<T extends @Nullable Object> {
    CompletableFuture<T> of(OutgoingCall call);
  }

  private <T extends @Nullable Object> CompletableFuture<T> start(
      OutgoingCall call, Start<T> start) {
    CallObserver begun;
    try {
      begun = call.begin(interceptor);
    } catch (RpcException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
    try {
      return completing(call, begun, start.of(call));
    } finally {
      begun.leave();
    }
  }

  /** Returns a future that completes after the interceptor has received the outcome. */
  private <T extends @Nullable Object> CompletableFuture<T> completing(
      OutgoingCall call, CallObserver begun, CompletableFuture<T> started) {
    CallbackExecutor callbacks = channel.callbacks();
    CallFuture<T> future = new WatchedFuture<>(callbacks, () -> started.cancel(false));
    started.whenCompleteAsync(
        (result, failure) -> {
          begun.end(call.outcome(failure));
          callbacks.completeHere(begun::resume, () -> complete(future, result, failure));
        },
        Runnable::run); // the call ends with this future
    return future;
  }

  private static <T extends @Nullable Object> void complete(
      CallFuture<T> future, T result, @Nullable Throwable failure) {
    if (failure == null) {
      future.end(result);
    } else {
      future.fail(failure);
    }
  }
}
