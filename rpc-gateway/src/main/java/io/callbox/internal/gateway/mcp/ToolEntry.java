package io.callbox.internal.gateway.mcp;

import io.callbox.contract.model.JsonObject;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.LiveService;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.log.Printable;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A method as a tool. Immutable.
 *
 * @param tool the description for clients
 * @param method the method to call
 */
record ToolEntry(Tool tool, LiveMethod method) {

  private static final Logger LOG = LoggerFactory.getLogger(ToolEntry.class);

  /** Returns the methods that their contracts mark, by the names of their tools. */
  static Map<String, ToolEntry> of(LiveServices services) {
    Map<String, ToolEntry> tools = new LinkedHashMap<>();
    for (LiveService service : services.services().values()) {
      service.contract().ifPresent(document -> add(service, document, tools));
    }
    return tools;
  }

  private static void add(LiveService service, JsonObject document, Map<String, ToolEntry> tools) {
    for (LiveMethod method : service.methods().values()) {
      if (method.described().has("x-tool")) {
        add(method, document, tools);
      }
    }
  }

  private static void add(LiveMethod method, JsonObject document, Map<String, ToolEntry> tools) {
    String name = Printable.of(method.fullName());
    try {
      ToolEntry entry = new ToolEntry(tool(method, new ToolSchemas(document)), method);
      ToolEntry other = tools.putIfAbsent(entry.tool.name(), entry);
      if (other != null && !other.method.fullName().equals(method.fullName())) {
        String first = Printable.of(other.method.fullName());
        LOG.warn("{} is no tool: {} has its name already", name, first);
      }
    } catch (RuntimeException malformed) { // of several kinds: a foreign contract
      LOG.warn("{} is no tool: {}", name, Printable.of(malformed));
    }
  }

  /** Returns whether its calls are durable, and can be tasks. */
  boolean isDurable() {
    return method.descriptor().durable() != null;
  }

  private static Tool tool(LiveMethod method, ToolSchemas schemas) {
    JsonObject described = method.described();
    JsonObject said = described.object("x-tool");
    ToolAnnotations hints =
        ToolAnnotations.builder()
            .title(said.text("title").orElse(null))
            .readOnlyHint(said.isTrue("readOnly"))
            .destructiveHint(said.isTrue("destructive"))
            .idempotentHint(method.descriptor().idempotent())
            .openWorldHint(said.isTrue("openWorld"))
            .build();
    Tool.Builder tool =
        Tool.builder(nameOf(method.fullName()), schemas.input(described))
            .title(said.text("title").orElse(null))
            .description(described.text("description").orElse(method.fullName()))
            .annotations(hints);
    if (!method.descriptor().oneWay()) {
      tool.outputSchema(schemas.output(described));
    }
    return tool.build();
  }

  /** Returns a name with the characters that every provider of language models accepts. */
  private static String nameOf(String fullName) {
    return fullName.replaceAll("[^A-Za-z0-9_-]", "_");
  }
}
