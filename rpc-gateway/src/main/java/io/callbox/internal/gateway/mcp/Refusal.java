package io.callbox.internal.gateway.mcp;

import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The response to a request that failed, so that its client does not wait for another. */
final class Refusal {

  private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

  private Refusal() {}

  /**
   * Makes the response for a failure. Its error's {@code data} says whether a method ran.
   *
   * @param more further members of {@code data}
   */
  static JSONRPCResponse of(JSONRPCRequest request, Throwable failure, Map<String, String> more) {
    Throwable cause = StageFailure.cause(failure);
    Map<String, String> data = new TreeMap<>(more);
    if (cause instanceof RpcException refused) {
      data.put("executed", refused.executed().name().toLowerCase(Locale.ROOT));
      return error(request, refused.code(), String.valueOf(refused.getMessage()), data);
    }
    LOG.error("a request of MCP failed", cause);
    data.put("executed", "unknown");
    return error(request, StatusCode.INTERNAL, "the gateway failed; its log says why", data);
  }

  private static JSONRPCResponse error(
      JSONRPCRequest request, StatusCode code, String message, Map<String, String> data) {
    return JSONRPCResponse.error(request.id(), new JSONRPCError(code.code(), message, data));
  }
}
