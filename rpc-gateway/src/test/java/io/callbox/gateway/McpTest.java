package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Model Context Protocol, spoken with by its official TypeScript SDK, and by hand. */
@CallboxTest
@Tag("drill")
final class McpTest {

  private static final String TOKEN = "a-token-that-is-long-enough";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Shelves SHELVES = new Shelves();

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(SHELVES);

  @TempDir private static Path folder;
  private static String redisUri;
  private static String namespace;
  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    redisUri = redis.uri();
    namespace = name.prefix().replace(":", "");
    Path tokens = Files.writeString(folder.resolve("tokens"), "agent " + TOKEN);
    gateway =
        Gateway.builder()
            .redis(redisUri)
            .namespace(namespace)
            .listen("127.0.0.1:0")
            .authenticator(Authenticator.tokens(tokens))
            .start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http, "Authorization", "Bearer " + TOKEN);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  @Test
  void officialClientUsesToolsOverHttpAndOverStandardInput() throws Exception {
    NodeScripts npm = NodeScripts.installed();
    check(MAPPER.readTree(npm.script("mcp.mjs", "http", http.uri("/mcp").toString(), TOKEN)), 1);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    check(
        MAPPER.readTree(
            npm.script(
                "mcp.mjs",
                "stdio",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                StdioProgram.class.getName(),
                redisUri,
                namespace)),
        2);
  }

  /** Newer revisions of the protocol have no such stream, and older ones let a server refuse it. */
  @Test
  void streamWithoutARequestIsRefusedAsTheProtocolAsks() throws Exception {
    HttpResponse<String> stream =
        http.get("/mcp", "Accept", "text/event-stream", "Authorization", "Bearer " + TOKEN);
    assertEquals(405, stream.statusCode());
    assertEquals("POST", stream.headers().firstValue("Allow").orElse(""));
    HttpResponse<String> end =
        Http.send(http.request("/mcp").DELETE().header("Authorization", "Bearer " + TOKEN));
    assertEquals(405, end.statusCode(), "there is no session to end");
  }

  private static void check(JsonNode said, int cancellations) throws Exception {
    assertEquals("callbox", said.get("server").asText());
    checkTools(said.get("tools"));
    assertEquals(1, said.at("/find/structuredContent/result/number").asInt(), said::toString);
    assertTrue(said.at("/find/content/0/text").asText().contains("\"number\":1"));
    assertTrue(said.at("/unknown/isError").asBoolean());
    String unknown = said.at("/unknown/content/0/text").asText();
    assertTrue(unknown.contains("UnknownBookException: no book has the number 2"), unknown);
    assertTrue(said.at("/unfit/isError").asBoolean());
    assertTrue(said.at("/unfit/content/0/text").asText().startsWith("INVALID_ARGUMENT"));
    assertEquals(
        "<b>",
        said.at("/arranged/structuredContent/result/parts/0/parts/1/book/title").asText(),
        said::toString);
    assertTrue(said.get("progress").size() >= 2, said::toString);
    assertEquals("counted to 6", said.at("/counted/structuredContent/result").asText());
    assertEquals("counted to 6", said.at("/joined/structuredContent/result").asText());
    assertEquals(said.at("/counted/_meta/callbox~1id"), said.at("/joined/_meta/callbox~1id"));
    assertTrue(said.get("counting").size() >= 1, said::toString);
    assertEquals(6, said.at("/counting/0/total").asInt());
    assertEquals("counting", said.at("/counting/0/message").asText());
    assertEquals(cancellations, SHELVES.counts.get());
    assertTrue(said.get("cancelled").asText().contains("no longer wanted"), said::toString);
    assertFalse(said.at("/after/isError").asBoolean());
    Waiting.until(() -> SHELVES.interrupted.get() == cancellations && SHELVES.waiting.get() == 0);
  }

  private static void checkTools(JsonNode tools) {
    assertEquals(4, tools.size(), tools::toString);
    JsonNode find = tools.get(0);
    assertEquals("Library_find", find.get("name").asText());
    assertEquals("Find a book", find.get("title").asText());
    assertTrue(find.get("description").asText().startsWith("Finds a book by its number."));
    assertTrue(find.at("/annotations/readOnlyHint").asBoolean());
    assertTrue(find.at("/annotations/idempotentHint").asBoolean());
    assertFalse(find.at("/annotations/openWorldHint").asBoolean());
    assertEquals("integer", find.at("/inputSchema/properties/number/type").asText());
    JsonNode arrange = tools.get(1);
    assertTrue(arrange.at("/inputSchema/$defs").has("Row"), arrange::toString);
    assertFalse(arrange.toString().contains("#/components"), arrange::toString);
  }

  private static HttpResponse<String> post(String body, String... more) throws Exception {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + TOKEN;
    System.arraycopy(more, 0, headers, 2, more.length);
    return http.post("/mcp", body, headers);
  }

  @Test
  void noStateIsNeededBetweenRequests() throws Exception {
    HttpResponse<String> listed = post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
    assertEquals(200, listed.statusCode());
    assertTrue(listed.body().contains("Library_find"), listed::body);
  }

  @Test
  void invalidMessageIsRefused() throws Exception {
    for (String body :
        List.of(
            "{",
            "[]",
            "7",
            "null",
            "{\"jsonrpc\":\"2.0\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}")) {
      assertEquals(400, post(body).statusCode(), body);
    }
    assertEquals(
        400,
        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", "MCP-Protocol-Version", "1999")
            .statusCode());
    assertEquals(401, http.post("/mcp", "{}").statusCode());
    assertEquals(405, http.get("/mcp", "Authorization", "Bearer " + TOKEN).statusCode());
    assertEquals(202, post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}").statusCode());
  }
}
