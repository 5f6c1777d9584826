package io.callbox.internal.gateway.mcp;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of requests, where the SDK would fail as if the gateway had a fault. */
final class RequestParams {

  private RequestParams() {}

  /** Returns what is wrong with the parameters of a request; empty if they fit. */
  static Optional<RpcException> misfit(JSONRPCRequest request) {
    Object params = request.params();
    if (params != null && !(params instanceof Map)) {
      return wrong("'params' is an object");
    }
    return switch (request.method()) {
      case McpSchema.METHOD_INITIALIZE ->
          params == null ? wrong("'params' is missing") : Optional.empty();
      case McpSchema.METHOD_TOOLS_CALL -> call((Map<?, ?>) params);
      default -> Optional.empty();
    };
  }

  private static Optional<RpcException> call(@Nullable Map<?, ?> params) {
    if (params == null || !(params.get("name") instanceof String)) {
      return wrong("'name' is the name of a tool");
    }
    Object arguments = params.get("arguments");
    return arguments == null || arguments instanceof Map
        ? Optional.empty()
        : wrong("'arguments' is an object");
  }

  private static Optional<RpcException> wrong(String why) {
    return Optional.of(new RpcException(StatusCode.INVALID_ARGUMENT, why));
  }
}
