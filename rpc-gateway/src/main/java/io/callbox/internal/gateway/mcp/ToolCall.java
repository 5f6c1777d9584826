package io.callbox.internal.gateway.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.calls.RemoteFailure;
import io.callbox.log.Printable;
import io.callbox.rpc.CallHandle;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Calls a method for a language model. A failure is a result with {@code isError}, as the protocol
 * requires: the model reads the message, and can try again. Safe for use by many threads.
 */
final class ToolCall {

  /** The caller, in the context of a request. */
  static final String CALLER = "caller";

  /** The options of the call from the request's headers, in the context of a request. */
  static final String OPTIONS = "options";

  /** The progress of the call, in the context of a request. */
  static final String PROGRESS = "progress";

  /** The id of a durable call, in {@code _meta} of a request and of its result. */
  static final String CALL_ID = "callbox/id";

  private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

  private final RawCalls calls;
  private final ObjectMapper mapper;
  private final Duration longest;

  ToolCall(RawCalls calls, ObjectMapper mapper, Duration longest) {
    this.longest = longest;
    this.calls = calls;
    this.mapper = mapper;
  }

  /** Makes a call; cancelling the subscription cancels it. */
  Mono<CallToolResult> make(
      LiveMethod method, McpTransportContext context, CallToolRequest request) {
    return method.descriptor().durable() == null
        ? Mono.fromFuture(() -> result(method, call(method, context, request)))
        : submitted(method, context, request);
  }

  private RawCalls.Call call(
      LiveMethod method, McpTransportContext context, CallToolRequest request) {
    return new RawCalls.Call(
        (Caller) context.get(CALLER),
        method.fullName(),
        json(request.arguments()),
        (CallOptions) context.get(OPTIONS),
        false);
  }

  /** Submits a durable call by this id. */
  Mono<CallHandle<String>> submit(
      LiveMethod method, McpTransportContext context, CallToolRequest request, String id) {
    return Mono.fromFuture(
        () ->
            calls.submit(
                call(method, context, request), id, Schedulers.boundedElastic()::schedule));
  }

  /** Returns the id that a request's {@code _meta} contains, or a new one. */
  static String idOf(@Nullable Object meta) {
    return meta instanceof Map<?, ?> members && members.get(CALL_ID) instanceof String text
        ? text
        : UUID.randomUUID().toString();
  }

  /**
   * Returns the result of a durable call. The call continues if its client stops waiting; a client
   * that uses its id again, at any instance of a gateway, joins it.
   */
  private Mono<CallToolResult> submitted(
      LiveMethod method, McpTransportContext context, CallToolRequest request) {
    String id = idOf(request.meta());
    if (context.get(PROGRESS) instanceof CallProgress progress) {
      progress.awaitDurable();
    }
    return submit(method, context, request, id)
        .flatMap(handle -> result(method, id, handle, context))
        .onErrorResume(failure -> Mono.just(with(Map.of(CALL_ID, id), failed(method, failure))));
  }

  private Mono<CallToolResult> result(
      LiveMethod method, String id, CallHandle<String> handle, McpTransportContext context) {
    if (context.get(PROGRESS) instanceof CallProgress progress) {
      progress.follow(handle);
    }
    Map<String, Object> meta = Map.of(CALL_ID, id);
    return outcome(method, handle, meta)
        .timeout(longest)
        .onErrorResume(
            TimeoutException.class,
            late ->
                Mono.just(
                    with(meta, error("It goes on. Ask again with _meta " + CALL_ID + ' ' + id))))
        .doOnCancel(() -> Schedulers.boundedElastic().schedule(() -> cancel(handle)));
  }

  /**
   * Returns the result of a durable call, when it has ended. Cancelling ends the wait, not the
   * call.
   */
  Mono<CallToolResult> outcome(
      LiveMethod method, CallHandle<String> handle, Map<String, Object> meta) {
    return Mono.fromFuture(handle::result)
        .map(text -> with(meta, succeeded(method, text)))
        .onErrorResume(failure -> Mono.just(with(meta, failed(method, failure))));
  }

  private static void cancel(CallHandle<String> handle) {
    try {
      handle.cancel();
    } catch (RpcException unreachable) {
      LOG.warn("a durable call is not cancelled: {}", unreachable.getMessage());
    }
  }

  private static CallToolResult with(Map<String, Object> meta, CallToolResult result) {
    return new CallToolResult(result.content(), result.isError(), result.structuredContent(), meta);
  }

  private CompletableFuture<CallToolResult> result(LiveMethod method, RawCalls.Call call) {
    CompletableFuture<String> made = calls.make(call);
    CompletableFuture<CallToolResult> result =
        made.handle(
            (text, failure) -> failure == null ? succeeded(method, text) : failed(method, failure));
    result.whenComplete(
        (known, failure) -> {
          if (result.isCancelled()) {
            made.cancel(true);
          }
        });
    return result;
  }

  private String json(Map<String, Object> arguments) {
    try {
      return arguments == null ? "{}" : RawJson.writable(mapper.writeValueAsString(arguments));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible); // the text has just been read, so it is JSON
    }
  }

  private CallToolResult succeeded(LiveMethod method, String result) {
    if (method.descriptor().oneWay()) {
      return CallToolResult.builder().addTextContent("sent").isError(false).build();
    }
    try {
      return CallToolResult.builder()
          .addTextContent(result)
          .structuredContent(Map.of("result", mapper.readTree(result)))
          .isError(false)
          .build();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible); // the text has just been read, so it is JSON
    }
  }

  private static CallToolResult failed(LiveMethod method, Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    if (cause instanceof RemoteFailure declared) {
      return error(declared.type() + ": " + declared.getMessage() + "\n" + declared.details());
    } else if (cause instanceof RpcException refused) {
      return error(
          refused.code()
              + ": "
              + refused.getMessage()
              + "\nDid it run? "
              + refused.executed().name().toLowerCase(Locale.ROOT));
    }
    LOG.error("a call of {} by a tool failed", Printable.of(method.fullName()), cause);
    return error("INTERNAL: the gateway failed; its log says why");
  }

  private static CallToolResult error(String text) {
    return CallToolResult.builder().addTextContent(text).isError(true).build();
  }
}
