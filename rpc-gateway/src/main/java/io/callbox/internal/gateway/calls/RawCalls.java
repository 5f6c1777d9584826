package io.callbox.internal.gateway.calls;

import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.log.Printable;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * Calls methods by name, with JSON, for callers with the right to do so. Only served and exposed
 * methods can be called, and not the methods {@code rpc.…}, which every node answers about itself.
 * Safe for use by many threads.
 */
public final class RawCalls {

  private final Directory directory;
  private final CallerNodes nodes;
  private final Authorizer authorizer;
  private final Duration longest;

  /**
   * Makes calls through these nodes.
   *
   * @param longest the upper bound of the timeout of every call
   */
  public RawCalls(Directory directory, CallerNodes nodes, Authorizer authorizer, Duration longest) {
    this.directory = directory;
    this.nodes = nodes;
    this.authorizer = authorizer;
    this.longest = longest;
  }

  /**
   * A call to make. Immutable.
   *
   * @param caller its caller
   * @param method its method, {@code Service.method}
   * @param params the arguments: a JSON object by name, or an array by position, from {@link
   *     RawJson}
   * @param options the other settings of the caller
   * @param notification whether the caller wants no result
   */
  public record Call(
      Caller caller, String method, String params, CallOptions options, boolean notification) {}

  /**
   * Makes a call. To cancel the call, cancel the returned future.
   *
   * @return the result as JSON, {@code null} for none; fails with an {@link RpcException}, or with
   *     a {@link RemoteFailure} for an exception that the method declares
   */
  public CompletableFuture<String> make(Call call) {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    directory
        .method(call.method())
        .thenCompose(
            found -> {
              MethodDescriptor<String> method = single(allowed(call, found).descriptor());
              return nodes.of(call.caller()).thenAccept(node -> start(call, method, node, outcome));
            })
        .exceptionally(
            failure -> {
              outcome.completeExceptionally(StageFailure.cause(failure));
              return null;
            });
    return outcome;
  }

  private void start(
      Call call, MethodDescriptor<String> method, RpcNode node, CompletableFuture<String> outcome) {
    if (outcome.isDone()) {
      return; // cancelled while the caller's node started
    }
    CompletableFuture<String> sent = send(call, method, node.channelToAny());
    sent.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            outcome.complete(result);
          } else {
            outcome.completeExceptionally(failure);
          }
        });
    outcome.whenComplete(
        (result, failure) -> {
          if (outcome.isCancelled()) {
            sent.cancel(true);
          }
        });
  }

  private LiveMethod allowed(Call call, Optional<LiveMethod> found) {
    LiveMethod method = found.orElseThrow(() -> unknown(call.method()));
    if (!authorizer.authorize(call.caller(), Action.CALL, call.method())) {
      throw new RpcException(
          StatusCode.PERMISSION_DENIED, call.caller() + " may not call " + call.method());
    }
    return method;
  }

  /**
   * Submits a durable call; completes when Redis has it. No thread of a look-up or of a server
   * waits for that.
   *
   * @param id the caller's id for the call; a second call with this id joins the first. Ids of
   *     other callers are separate
   * @param waiting its threads may wait for Redis
   * @return fails with an {@link RpcException} if the call was not submitted
   */
  public CompletableFuture<CallHandle<String>> submit(Call call, String id, Executor waiting) {
    return directory
        .method(call.method())
        .thenCompose(
            found -> {
              MethodDescriptor<String> method = allowed(call, found).descriptor();
              DurableOptions options = named(call, id);
              return nodes
                  .of(call.caller())
                  .thenApplyAsync(
                      node ->
                          node.channelToAny()
                              .submit(method, out -> out.writeRawValue(call.params()), options),
                      waiting);
            });
  }

  /**
   * Returns the items of a method that returns a stream, as JSON. Each subscription makes a call.
   *
   * @return the items; empty if the method returns one result; fails with an {@link RpcException}
   */
  public CompletableFuture<Optional<Flow.Publisher<String>>> stream(Call call) {
    return directory
        .method(call.method())
        .thenCompose(
            found -> {
              MethodDescriptor<String> method = allowed(call, found).descriptor();
              return method.streams()
                  ? nodes
                      .of(call.caller())
                      .thenApply(node -> Optional.of(items(call, method, node.channelToAny())))
                  : CompletableFuture.completedFuture(Optional.empty());
            });
  }

  private Flow.Publisher<String> items(
      Call call, MethodDescriptor<String> method, RpcChannel channel) {
    return channel.stream(
        method,
        out -> out.writeRawValue(call.params()),
        call.options().withTimeout(timeout(call, method)));
  }

  private static DurableOptions named(Call call, String id) {
    try {
      return DurableOptions.DEFAULT
          .replacing(call.options())
          .withId(DurableName.prefix(call.caller()) + id);
    } catch (IllegalArgumentException malformed) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, String.valueOf(malformed.getMessage()));
    }
  }

  private static MethodDescriptor<String> single(MethodDescriptor<String> method) {
    if (method.streams()) {
      throw new RpcException(
          StatusCode.INVALID_REQUEST,
          method + " gives a stream: post it to /rpc alone, with Accept: text/event-stream");
    }
    return method;
  }

  private CompletableFuture<String> send(
      Call call, MethodDescriptor<String> method, RpcChannel channel) {
    ParamsWriter params = out -> out.writeRawValue(call.params());
    CallOptions options = call.options().withTimeout(timeout(call, method));
    return call.notification() || method.oneWay()
        ? channel.sendAsync(method, params, options).thenApply(nothing -> "null")
        : channel.callAsync(method, params, options);
  }

  /** Returns the caller's timeout, else the method's, but never more than the gateway allows. */
  private Duration timeout(Call call, MethodDescriptor<?> method) {
    Duration ofCall = call.options().timeout();
    Duration ofMethod = method.timeout();
    Duration wanted = ofCall != null ? ofCall : ofMethod != null ? ofMethod : longest;
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  private static RpcException unknown(String method) {
    return new RpcException(
        StatusCode.UNIMPLEMENTED,
        "there is no method '"
            + Printable.of(method)
            + "' here, or nobody serves it now; GET /openrpc.json lists what there is");
  }
}
