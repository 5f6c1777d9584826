package io.callbox.internal.gateway.mcp;

import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The requests about tasks, which the SDK does not know: {@code tasks/…}, and {@code tools/call}
 * that is to be a task. Safe for use by many threads.
 */
final class TaskRequests {

  private static final Logger LOG = LoggerFactory.getLogger(TaskRequests.class);
  private static final Set<String> METHODS =
      Set.of("tasks/get", "tasks/result", "tasks/cancel", "tasks/list");

  private final Tasks tasks;
  private final TaskList list;
  private final Supplier<Map<String, ToolEntry>> tools;

  /**
   * Answers for these tasks.
   *
   * @param tools what is served, by the names of tools
   */
  TaskRequests(Tasks tasks, TaskList list, Supplier<Map<String, ToolEntry>> tools) {
    this.tasks = tasks;
    this.list = list;
    this.tools = tools;
  }

  /** Whether a request is one of these. */
  static boolean has(JSONRPCRequest request) {
    return METHODS.contains(request.method())
        || (request.method().equals(McpSchema.METHOD_TOOLS_CALL)
            && params(request).containsKey("task"));
  }

  private static Map<?, ?> params(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params ? params : Map.of();
  }

  /** Answers one of these. */
  Mono<JSONRPCResponse> answer(JSONRPCRequest request, McpTransportContext context) {
    return Mono.defer(() -> result(request, context))
        .map(result -> JSONRPCResponse.result(request.id(), result))
        .onErrorResume(failure -> Mono.just(refusal(request, failure)));
  }

  private Mono<?> result(JSONRPCRequest request, McpTransportContext context) {
    Caller caller = (Caller) context.get(ToolCall.CALLER);
    Map<?, ?> params = params(request);
    Object id = params.get("taskId");
    return switch (request.method()) {
      case "tasks/get" -> tasks.get(caller, id);
      case "tasks/result" -> tasks.result(caller, id, context);
      case "tasks/cancel" -> tasks.cancel(caller, id);
      case "tasks/list" ->
          Mono.fromCallable(() -> list.page(caller, tools.get().values(), params.get("cursor")))
              .subscribeOn(Schedulers.boundedElastic());
      default -> create(params, context);
    };
  }

  private Mono<?> create(Map<?, ?> params, McpTransportContext context) {
    ToolEntry entry = params.get("name") instanceof String name ? tools.get().get(name) : null;
    if (entry == null) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, "there is no tool of this name");
    }
    checkTerms(params.get("task"));
    return tasks.create(
        entry.method(),
        context,
        new CallToolRequest(
            entry.tool().name(), members(params.get("arguments")), members(params.get("_meta"))));
  }

  /** How long its result is kept, the contract says, whatever is asked for. */
  private static void checkTerms(@Nullable Object task) {
    boolean fits =
        task instanceof Map<?, ?> terms
            && (terms.get("ttl") == null
                || (terms.get("ttl") instanceof Number ttl && ttl.doubleValue() >= 0));
    if (!fits) {
      throw new RpcException(
          StatusCode.INVALID_ARGUMENT, "'task' is an object; its 'ttl' is milliseconds");
    }
  }

  @SuppressWarnings("unchecked") // the names of an object's members are text
  private static @Nullable Map<String, Object> members(@Nullable Object value) {
    if (value != null && !(value instanceof Map)) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, "'arguments' and '_meta' are objects");
    }
    return (Map<String, Object>) value;
  }

  private static JSONRPCResponse refusal(JSONRPCRequest request, Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    if (cause instanceof RpcException refused) {
      JSONRPCError error =
          new JSONRPCError(refused.code().code(), String.valueOf(refused.getMessage()));
      return JSONRPCResponse.error(request.id(), error);
    }
    LOG.error("a request about tasks failed", cause);
    return JSONRPCResponse.error(
        request.id(),
        new JSONRPCError(StatusCode.INTERNAL.code(), "the gateway failed; its log says why"));
  }
}
