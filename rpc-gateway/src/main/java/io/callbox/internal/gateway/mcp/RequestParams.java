package io.callbox.internal.gateway.mcp;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of requests, because the SDK would fail as if the gateway had a fault. */
final class RequestParams {

  private RequestParams() {}

  /** Returns the problem of a request's parameters; empty if they fit. */
  static Optional<RpcException> misfit(JSONRPCRequest request, ObjectMapper objects) {
    Object params = request.params();
    if (params != null && !(params instanceof Map)) {
      return wrong("'params' is an object");
    }
    return switch (request.method()) {
      case McpSchema.METHOD_INITIALIZE ->
          params == null
              ? wrong("'params' is missing")
              : unreadable((Map<?, ?>) params, McpSchema.InitializeRequest.class, objects);
      case McpSchema.METHOD_TOOLS_LIST ->
          params == null
              ? Optional.empty()
              : unreadable((Map<?, ?>) params, McpSchema.PaginatedRequest.class, objects);
      case McpSchema.METHOD_TOOLS_CALL -> call((Map<?, ?>) params, objects);
      default -> Optional.empty();
    };
  }

  /** Names the parameter that the SDK cannot read. The SDK's own message would name classes. */
  private static Optional<RpcException> unreadable(
      Map<?, ?> params, Class<?> form, ObjectMapper objects) {
    try {
      objects.convertValue(params, form);
      return Optional.empty();
    } catch (IllegalArgumentException misfit) {
      String path =
          misfit.getCause() instanceof JsonMappingException mapping
              ? mapping.getPath().stream().map(RequestParams::step).collect(Collectors.joining("."))
              : "";
      return wrong('\'' + (path.isEmpty() ? "params" : path) + "' is not what MCP says");
    }
  }

  private static String step(JsonMappingException.Reference place) {
    String name = place.getFieldName();
    return name == null ? Integer.toString(place.getIndex()) : name;
  }

  private static Optional<RpcException> call(@Nullable Map<?, ?> params, ObjectMapper objects) {
    if (params == null || !(params.get("name") instanceof String)) {
      return wrong("'name' is the name of a tool");
    }
    Object arguments = params.get("arguments");
    if (arguments != null && !(arguments instanceof Map)) {
      return wrong("'arguments' is an object");
    }
    Map<Object, Object> rest = new HashMap<>(params);
    rest.remove("arguments"); // arguments may be large, and may be any object
    return unreadable(rest, McpSchema.CallToolRequest.class, objects);
  }

  private static Optional<RpcException> wrong(String why) {
    return Optional.of(new RpcException(StatusCode.INVALID_ARGUMENT, why));
  }
}
