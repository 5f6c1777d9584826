package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Durable calls as the protocol's tasks, told by two instances of a gateway. */
@CallboxTest
final class McpTasksTest {

  private static final String TOKEN = "a-token-that-is-long-enough";
  private static final String OTHER = "another-token-that-is-long";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final AtomicBoolean FORBIDDEN = new AtomicBoolean();

  /** What happens before the next decisions about what a caller may do. */
  private static final Queue<Runnable> BEFORE_DECISIONS = new ConcurrentLinkedQueue<>();

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  @TempDir private static Path folder;
  private static final List<Gateway> GATEWAYS = new ArrayList<>();

  @BeforeAll
  static void startTwoGateways(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    Path tokens =
        Files.writeString(folder.resolve("tokens"), "agent " + TOKEN + "\nother " + OTHER);
    for (int number = 0; number < 2; number++) {
      GATEWAYS.add(
          Gateways.on(redis, name)
              .listen("127.0.0.1:0")
              .authenticator(Authenticator.tokens(tokens))
              .authorizer(
                  (caller, action, target) -> {
                    Runnable before = BEFORE_DECISIONS.poll();
                    if (before != null) {
                      before.run();
                    }
                    return action == Action.CALL && !FORBIDDEN.get();
                  })
              .start());
    }
    for (Gateway each : GATEWAYS) {
      Waiting.untilContractIsKnown(new Http(each), "Authorization", "Bearer " + TOKEN);
    }
  }

  @AfterAll
  static void closeGateways() {
    GATEWAYS.forEach(Gateway::close);
  }

  @Test
  @Tag("drill")
  void officialClientUsesTasksOfAnyInstance() throws Exception {
    NodeScripts npm = NodeScripts.installed();
    String here = new Http(GATEWAYS.get(0)).uri("/mcp").toString();
    String there = new Http(GATEWAYS.get(1)).uri("/mcp").toString();
    JsonNode said = MAPPER.readTree(npm.script("tasks.mjs", here, there, TOKEN, OTHER));
    assertTrue(said.at("/capability/requests/tools").has("call"), said::toString);
    assertTrue(said.at("/capability").has("list") && said.at("/capability").has("cancel"));
    assertEquals("optional", said.at("/support/Library_count").asText());
    assertEquals("forbidden", said.at("/support/Library_find").asText());
    checkStream(said.get("events"));
    checkResult(said);
    checkNotifications(said);
    checkCancellation(said);
    assertEquals("failed", said.at("/failed/status").asText(), said::toString);
    assertTrue(said.at("/failedResult/isError").asBoolean());
    assertTrue(said.at("/failedResult/content/0/text").asText().startsWith("INVALID_ARGUMENT"));
    said.get("strange").forEach(each -> assertEquals(-32602, each.path("code").asInt()));
    assertEquals(0, said.get("strangersList").size(), said::toString);
  }

  private static void checkStream(JsonNode events) {
    assertEquals("taskCreated", events.at("/0/type").asText(), events::toString);
    assertEquals("working", events.at("/0/task/status").asText());
    assertTrue(events.at("/0/task/ttl").isNull(), "it is kept for as long as it takes");
    JsonNode last = events.get(events.size() - 1);
    assertEquals("result", last.get("type").asText(), events::toString);
    assertEquals("counted to 2", last.at("/result/structuredContent/result").asText());
  }

  private static void checkResult(JsonNode said) {
    String id = said.at("/created/taskId").asText();
    assertTrue(id.startsWith("Library/agent."), id);
    assertEquals("counted to 3", said.at("/result/structuredContent/result").asText());
    JsonNode related = said.at("/result/_meta").get("io.modelcontextprotocol/related-task");
    assertEquals(id, related.get("taskId").asText());
    assertEquals("completed", said.at("/completed/status").asText());
    long kept = said.at("/completed/ttl").asLong();
    assertTrue(kept > 24 * 3_600_000L, () -> "the contract says a day, not " + kept);
    assertTrue(
        StreamSupport.stream(said.get("listed").spliterator(), false)
            .anyMatch(each -> each.asText().equals(id)),
        said::toString);
  }

  private static void checkNotifications(JsonNode said) {
    JsonNode heard = said.at("/heard/0");
    assertEquals(said.at("/created/taskId"), heard.get("taskId"), said::toString);
    assertEquals("working", heard.get("status").asText());
  }

  private static void checkCancellation(JsonNode said) {
    assertTrue(said.get("progress").size() >= 1, said::toString);
    said.get("progress").forEach(each -> assertEquals("counting", each.asText()));
    assertEquals("cancelled", said.at("/cancelled/status").asText(), said::toString);
    assertEquals("cancelled", said.at("/afterwards/status").asText());
    assertTrue(said.at("/cancelledResult/isError").asBoolean());
    assertEquals(-32602, said.at("/cancelledTwice/code").asInt(), said::toString);
  }

  private static JsonNode ask(String method, String params) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    return MAPPER.readTree(
        new Http(GATEWAYS.get(0)).post("/mcp", body, "Authorization", "Bearer " + TOKEN).body());
  }

  private static String created(int to) throws Exception {
    String params =
        "{\"name\":\"Library_count\",\"arguments\":{\"to\":%d},\"task\":{}}".formatted(to);
    return ask("tools/call", params).at("/result/task/taskId").asText();
  }

  @Test
  void idThatIsNoneOrAnothersIsNotKnown() throws Exception {
    String mine = created(0);
    String id = mine.substring(mine.indexOf('/') + 1);
    for (String each :
        List.of(
            "",
            "/",
            id,
            "Library/",
            "Library/other" + id.substring(id.indexOf('.')),
            "Library/agent." + "x".repeat(200),
            "Library}:dead/" + id,
            "../" + id,
            "Library/agent.\\u0000",
            "Nobody/" + id)) {
      for (String method : List.of("tasks/get", "tasks/result", "tasks/cancel")) {
        JsonNode refused = ask(method, "{\"taskId\":\"" + each + "\"}");
        assertEquals(-32602, refused.at("/error/code").asInt(), () -> each + ": " + refused);
      }
    }
    for (String each : List.of("{}", "{\"taskId\":7}", "{\"taskId\":{}}", "[]")) {
      assertEquals(-32602, ask("tasks/get", each).at("/error/code").asInt(), each);
    }
  }

  @Test
  void callThatCannotBeATaskIsRefused() throws Exception {
    String find = "{\"name\":\"Library_find\",\"arguments\":{\"number\":1},\"task\":{}}";
    assertEquals(-32601, ask("tools/call", find).at("/error/code").asInt());
    for (String params :
        List.of(
            "{\"name\":\"Library_count\",\"task\":7}",
            "{\"name\":\"Library_count\",\"task\":{\"ttl\":-1}}",
            "{\"name\":\"Library_count\",\"task\":{\"ttl\":\"long\"}}",
            "{\"name\":\"Library_count\",\"arguments\":[1],\"task\":{}}",
            "{\"name\":\"Library_none\",\"task\":{}}",
            "{\"task\":{}}")) {
      assertEquals(-32602, ask("tools/call", params).at("/error/code").asInt(), params);
    }
  }

  @Test
  void listHasPagesThatEndAndACursorThatIsNoneIsRefused() throws Exception {
    Set<String> made = new TreeSet<>();
    for (int number = 0; number < 60; number++) {
      made.add(created(0));
    }
    Set<String> listed = new TreeSet<>();
    String cursor = null;
    int pages = 0;
    do {
      ObjectNode params = MAPPER.createObjectNode();
      if (cursor != null) {
        params.put("cursor", cursor);
      }
      JsonNode page = ask("tasks/list", params.toString()).get("result");
      page.get("tasks").forEach(each -> listed.add(each.get("taskId").asText()));
      assertTrue(page.get("tasks").size() <= 50, page::toString);
      cursor = page.has("nextCursor") ? page.get("nextCursor").asText() : null;
      pages++;
    } while (cursor != null && pages < 100);
    assertTrue(pages > 1, "sixty tasks are two pages");
    assertTrue(listed.containsAll(made), () -> made + " in " + listed);
    for (String none : List.of("\"x\"", "\"Library/agent.none\"", "\"Library/other.x\"", "7")) {
      JsonNode refused = ask("tasks/list", "{\"cursor\":" + none + "}");
      assertEquals(-32602, refused.at("/error/code").asInt(), () -> none + ": " + refused);
    }
  }

  @Test
  void callerWithoutTheRightToCallSeesNoTasks() throws Exception {
    String id = created(0);
    FORBIDDEN.set(true);
    try {
      String params = "{\"taskId\":\"" + id + "\"}";
      assertEquals(-32602, ask("tasks/get", params).at("/error/code").asInt());
      assertEquals(0, ask("tasks/list", "{}").at("/result/tasks").size());
    } finally {
      FORBIDDEN.set(false);
    }
    assertFalse(ask("tasks/get", "{\"taskId\":\"" + id + "\"}").has("error"));
  }

  @Test
  void olderRevisionHearsOfNoTasks() throws Exception {
    String params =
        "{\"protocolVersion\":\"%s\",\"capabilities\":{},"
            + "\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}";
    JsonNode older = ask("initialize", params.formatted("2025-06-18")).at("/result/capabilities");
    assertFalse(older.has("tasks"), older::toString);
    JsonNode newer = ask("initialize", params.formatted("2025-11-25")).at("/result/capabilities");
    assertTrue(newer.has("tasks"), newer::toString);
  }

  @Test
  void sameNameIsTheSameTask() throws Exception {
    String params =
        "{\"name\":\"Library_count\",\"arguments\":{\"to\":0},\"task\":{},"
            + "\"_meta\":{\"callbox/id\":\"monthly\"}}";
    JsonNode first = ask("tools/call", params);
    assertEquals("Library/agent.monthly", first.at("/result/task/taskId").asText());
    assertEquals(
        first.at("/result/task/createdAt"), ask("tools/call", params).at("/result/task/createdAt"));
  }

  private static void redisIsAway() {
    throw new RpcException(StatusCode.UNAVAILABLE, Executed.UNKNOWN, "no word of Redis");
  }

  @Test
  void submittedCallIsATaskEvenIfItsRecordCannotBeRead() throws Exception {
    BEFORE_DECISIONS.add(() -> {});
    BEFORE_DECISIONS.add(McpTasksTest::redisIsAway);
    String id = created(0);
    assertTrue(BEFORE_DECISIONS.isEmpty());
    assertTrue(id.startsWith("Library/agent."), id);
    JsonNode known = ask("tasks/get", "{\"taskId\":\"" + id + "\"}");
    assertEquals(id, known.at("/result/taskId").asText(), known::toString);
  }

  @Test
  void failedSubmissionTellsTheIdWithWhichToAskAgain() throws Exception {
    String named = "{\"name\":\"Library_count\",\"arguments\":{\"to\":0}%s}";
    BEFORE_DECISIONS.add(McpTasksTest::redisIsAway);
    JsonNode data = ask("tools/call", named.formatted(",\"task\":{}")).at("/error/data");
    assertEquals("unknown", data.path("executed").asText(), data::toString);
    assertFalse(data.path("callbox/id").asText().isEmpty(), data::toString);
    BEFORE_DECISIONS.add(McpTasksTest::redisIsAway);
    JsonNode result = ask("tools/call", named.formatted(",\"task\":null")).get("result");
    assertTrue(result.path("isError").asBoolean(), result::toString);
    assertFalse(result.path("_meta").path("callbox/id").asText().isEmpty(), result::toString);
  }

  @Test
  void cancellationThatIsTooLateSaysHowTheTaskHasEnded(RpcNode client) throws Exception {
    String id = created(1);
    BEFORE_DECISIONS.add(() -> untilCompleted(client, id.substring(id.indexOf('/') + 1)));
    JsonNode late = ask("tasks/cancel", "{\"taskId\":\"" + id + "\"}");
    assertTrue(late.at("/error/message").asText().endsWith("is completed"), late::toString);
  }

  private static void untilCompleted(RpcNode client, String id) {
    try {
      Waiting.until(
          () ->
              client.submittedCalls("Library").list(List.of(id)).stream()
                  .anyMatch(each -> each.state() == State.COMPLETED));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
