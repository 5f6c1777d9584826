package io.callbox.internal.gateway.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.gateway.LogLines;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.internal.gateway.calls.LiveService;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.rpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tools of contracts, which are other programs' work. */
final class ToolEntryTest {

  private static final String SERVICE = "Odd";

  private static JsonObject json(String text) {
    return JsonObject.of(JsonTree.parse(text), "document");
  }

  private static LiveMethod tool(String name) {
    MethodDescriptor<String> descriptor =
        MethodDescriptor.named(SERVICE, name).returning(RawJson::copy);
    return new LiveMethod(json("{\"x-tool\": {}, \"params\": []}"), descriptor);
  }

  @Test
  void nameOfAToolForgesNoLineOfTheLog() {
    String first = "go\nWARN forged";
    String second = "go\rWARN forged";
    LiveService odd =
        new LiveService(
            SERVICE,
            "1",
            Optional.of(json("{}")),
            Map.of(first, tool(first), second, tool(second)));
    LogLines heard = LogLines.of(ToolEntry.class.getName());
    try (heard) {
      assertEquals(1, ToolEntry.of(new LiveServices(List.of(), Map.of(SERVICE, odd))).size());
    }
    String line = String.join("\n", heard.lines());
    assertEquals(1, heard.lines().size(), line);
    assertFalse(line.contains("\n") || line.contains("\r"), line);
  }
}
