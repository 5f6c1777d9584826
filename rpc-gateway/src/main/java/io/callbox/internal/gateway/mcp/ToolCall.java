package io.callbox.internal.gateway.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.calls.RemoteFailure;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Calls a method for a language model. What fails is a result that says so, as the protocol wants
 * it: the model reads the message, and can do better. Safe for use by many threads.
 */
final class ToolCall {

  /** Who calls, in the context of a request. */
  static final String CALLER = "caller";

  /** What the request's headers say of the call, in the context of a request. */
  static final String OPTIONS = "options";

  private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

  private final RawCalls calls;
  private final ObjectMapper mapper;

  ToolCall(RawCalls calls, ObjectMapper mapper) {
    this.calls = calls;
    this.mapper = mapper;
  }

  /** Calls; cancelling the subscription gives the call up. */
  Mono<CallToolResult> make(
      LiveMethod method, McpTransportContext context, CallToolRequest request) {
    return Mono.fromFuture(() -> result(method, context, request));
  }

  private CompletableFuture<CallToolResult> result(
      LiveMethod method, McpTransportContext context, CallToolRequest request) {
    CompletableFuture<String> made =
        calls.make(
            new RawCalls.Call(
                (Caller) context.get(CALLER),
                method.fullName(),
                json(request.arguments()),
                (CallOptions) context.get(OPTIONS),
                false));
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
      return arguments == null ? "{}" : mapper.writeValueAsString(arguments);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible); // it has just been read
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
      throw new IllegalStateException(impossible); // it has just been read
    }
  }

  private static CallToolResult failed(LiveMethod method, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
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
    LOG.error("a call of {} by a tool failed", method.fullName(), cause);
    return error("INTERNAL: the gateway failed; its log says why");
  }

  private static CallToolResult error(String text) {
    return CallToolResult.builder().addTextContent(text).isError(true).build();
  }
}
