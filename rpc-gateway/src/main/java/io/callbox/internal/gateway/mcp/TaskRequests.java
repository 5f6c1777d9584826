package io.callbox.internal.gateway.mcp;

import io.callbox.gateway.access.Caller;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Answers the requests about tasks, which the SDK does not know: {@code tasks/…}, and {@code
 * tools/call} that creates a task. Safe for use by many threads.
 */
final class TaskRequests {

  private static final Set<String> METHODS =
      Set.of("tasks/get", "tasks/result", "tasks/cancel", "tasks/list");

  private final Tasks tasks;
  private final TaskList list;
  private final Supplier<Map<String, ToolEntry>> tools;

  /**
   * Creates it for these tasks.
   *
   * @param tools the served tools, by name
   */
  TaskRequests(Tasks tasks, TaskList list, Supplier<Map<String, ToolEntry>> tools) {
    this.tasks = tasks;
    this.list = list;
    this.tools = tools;
  }

  /** Returns whether a request is one of these. */
  static boolean has(JSONRPCRequest request) {
    return METHODS.contains(request.method())
        || (request.method().equals(McpSchema.METHOD_TOOLS_CALL)
            && params(request).get("task") != null);
  }

  /** Returns the id of the task whose result a request waits for; null if it waits for none. */
  static @Nullable Object awaited(JSONRPCRequest request) {
    return request.method().equals("tasks/result") ? params(request).get("taskId") : null;
  }

  /** Returns the id of the task that a request has created; null if it has created none. */
  static @Nullable Object created(JSONRPCResponse response) {
    return response.result() instanceof Map<?, ?> result
            && result.get("task") instanceof Map<?, ?> task
        ? task.get("taskId")
        : null;
  }

  private static Map<?, ?> params(JSONRPCRequest request) {
    return request.params() instanceof Map<?, ?> params ? params : Map.of();
  }

  /** Answers such a request; fails with an {@link RpcException}. */
  Mono<JSONRPCResponse> answer(JSONRPCRequest request, McpTransportContext context) {
    return request.method().equals(McpSchema.METHOD_TOOLS_CALL)
        ? created(request, context)
        : Mono.defer(() -> result(request, context)).map(result -> response(request, result));
  }

  private static JSONRPCResponse response(JSONRPCRequest request, Object result) {
    return JSONRPCResponse.result(request.id(), result);
  }

  /**
   * Creates a task. A client that does not know whether its call was submitted asks again with the
   * same id.
   */
  private Mono<JSONRPCResponse> created(JSONRPCRequest request, McpTransportContext context) {
    String id = ToolCall.idOf(params(request).get("_meta"));
    return Mono.defer(() -> create(params(request), id, context))
        .map(result -> response(request, result))
        .onErrorResume(
            failure -> Mono.just(Refusal.of(request, failure, Map.of(ToolCall.CALL_ID, id))));
  }

  private Mono<?> result(JSONRPCRequest request, McpTransportContext context) {
    Caller caller = (Caller) context.get(ToolCall.CALLER);
    Map<?, ?> params = params(request);
    Object id = params.get("taskId");
    return switch (request.method()) {
      case "tasks/get" -> tasks.get(caller, id);
      case "tasks/result" -> tasks.result(caller, id, context);
      case "tasks/cancel" -> tasks.cancel(caller, id);
      default -> list.page(caller, () -> tools.get().values(), params.get("cursor"));
    };
  }

  private Mono<?> create(Map<?, ?> params, String id, McpTransportContext context) {
    ToolEntry entry = params.get("name") instanceof String name ? tools.get().get(name) : null;
    if (entry == null) {
      throw new RpcException(StatusCode.INVALID_ARGUMENT, "there is no tool of this name");
    }
    checkTerms(params.get("task"));
    return tasks.create(
        entry.method(),
        id,
        context,
        new CallToolRequest(
            entry.tool().name(), members(params.get("arguments")), members(params.get("_meta"))));
  }

  /**
   * Checks the terms of a task. The contract determines the time for which its result is kept; a
   * request cannot change it.
   */
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
}
