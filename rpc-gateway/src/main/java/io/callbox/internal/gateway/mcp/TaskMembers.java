package io.callbox.internal.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.Map;

/**
 * Adds the parts of tasks to the SDK's responses, because the SDK does not know tasks: the server's
 * capability, and the tools that can be tasks. Safe for use by many threads.
 */
final class TaskMembers {

  private final ObjectMapper mapper;

  TaskMembers(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Returns the response with these parts.
   *
   * @param tools the served tools, by name
   */
  JSONRPCResponse added(
      JSONRPCRequest request, JSONRPCResponse response, Map<String, ToolEntry> tools) {
    if (response.result() == null) {
      return response;
    }
    return switch (request.method()) {
      case McpSchema.METHOD_INITIALIZE -> with(response, this::addCapability);
      case McpSchema.METHOD_TOOLS_LIST -> with(response, result -> addExecution(result, tools));
      default -> response;
    };
  }

  private interface Change {
    void in(ObjectNode result);
  }

  private JSONRPCResponse with(JSONRPCResponse response, Change change) {
    ObjectNode result = mapper.valueToTree(response.result());
    change.in(result);
    return JSONRPCResponse.result(response.id(), result);
  }

  /** Adds the capability. Older revisions of the protocol have no tasks. */
  private void addCapability(ObjectNode result) {
    if (result.path("protocolVersion").asText().equals(ProtocolVersions.MCP_2025_11_25)) {
      ObjectNode tasks = result.withObject("/capabilities/tasks");
      tasks.putObject("list");
      tasks.putObject("cancel");
      tasks.withObject("/requests/tools").putObject("call");
    }
  }

  private static void addExecution(ObjectNode result, Map<String, ToolEntry> tools) {
    for (JsonNode tool : result.path("tools")) {
      ToolEntry entry = tools.get(tool.path("name").asText());
      boolean durable = entry != null && entry.isDurable();
      ((ObjectNode) tool)
          .putObject("execution")
          .put("taskSupport", durable ? "optional" : "forbidden");
    }
  }
}
