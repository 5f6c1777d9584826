package io.callbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client hears of its tasks without asking again. */
@CallboxTest
@Timeout(180)
final class McpNotificationsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RELATED = "io.modelcontextprotocol/related-task";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace name) throws Exception {
    gateway = Gateways.on(redis, name).listen("127.0.0.1:0").start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private static String counting(int to, String meta) {
    return request(
        "tools/call",
        "{\"name\":\"Library_count\",\"arguments\":{\"to\":%d},\"task\":{},\"_meta\":%s}"
            .formatted(to, meta));
  }

  @Test
  void clientThatWaitsForAResultHearsHowTheTaskChanges() throws Exception {
    String created = http.post("/mcp", counting(4, "{}")).body();
    String id = MAPPER.readTree(created).at("/result/task/taskId").asText();
    String events =
        http.post(
                "/mcp",
                request("tasks/result", "{\"taskId\":\"" + id + "\"}"),
                "Accept",
                "application/json, text/event-stream")
            .body();
    List<JsonNode> messages = new ArrayList<>();
    for (String line : events.lines().filter(each -> each.startsWith("data: ")).toList()) {
      messages.add(MAPPER.readTree(line.substring("data: ".length())));
    }
    JsonNode first = messages.get(0);
    assertEquals("notifications/tasks/status", first.path("method").asText(), events);
    assertEquals(id, first.at("/params/taskId").asText());
    assertEquals("working", first.at("/params/status").asText());
    assertTrue(
        messages.stream()
            .anyMatch(each -> each.at("/params/statusMessage").asText().startsWith("counting (")),
        events);
    JsonNode last = messages.get(messages.size() - 1);
    assertEquals("counted to 4", last.at("/result/structuredContent/result").asText(), events);
  }

  @Test
  @SuppressWarnings("try") // the input ends before the rest does
  void clientOverStandardStreamsHearsHowItsTaskChangesUntilItEnds(RedisServer redis, Namespace name)
      throws Exception {
    try (Gateway local = Gateways.on(redis, name).local();
        PipedOutputStream input = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(input, 1 << 16);
        PipedInputStream output = new PipedInputStream(1 << 16);
        PipedOutputStream out = new PipedOutputStream(output)) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(local, in, out));
      input.write((counting(5, "{\"progressToken\":\"mine\"}") + "\n").getBytes(UTF_8));
      input.flush();
      BufferedReader lines = new BufferedReader(new InputStreamReader(output, UTF_8));
      JsonNode response = MAPPER.readTree(lines.readLine());
      String id = response.at("/result/task/taskId").asText();
      assertFalse(id.isEmpty(), response::toString);
      List<JsonNode> progress = new ArrayList<>();
      JsonNode last = response;
      while (!last.at("/params/status").asText().equals("completed")) {
        last = MAPPER.readTree(lines.readLine());
        if (last.path("method").asText().equals("notifications/progress")) {
          progress.add(last.get("params"));
        } else {
          assertEquals("notifications/tasks/status", last.path("method").asText());
          assertEquals(id, last.at("/params/taskId").asText());
        }
      }
      assertFalse(progress.isEmpty(), "five seconds are enough to tell of");
      for (JsonNode each : progress) {
        assertEquals("mine", each.get("progressToken").asText());
        assertEquals(id, each.path("_meta").path(RELATED).path("taskId").asText());
      }
      input.close();
      served.get(60, TimeUnit.SECONDS);
    }
  }

  private static void serve(Gateway local, PipedInputStream in, PipedOutputStream out) {
    try {
      local.serveMcp(in, out);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
