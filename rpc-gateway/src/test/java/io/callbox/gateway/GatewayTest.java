package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.forwarding.ForwardingTransport;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.CallStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.Transport;
import io.callbox.transport.memory.InMemoryTransport;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** JSON-RPC 2.0 over HTTP, passed through to whoever serves. */
@CallboxTest
final class GatewayTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    assertFalse(client.registry().providersOf("Library").isEmpty());
    gateway =
        Gateways.on(redis, namespace)
            .id("gate")
            .listen("127.0.0.1:0")
            .allowOrigin("https://shop.example")
            .start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static JsonNode call(String method, String params) throws Exception {
    HttpResponse<String> response =
        http.post(
            "/rpc",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
                .formatted(method, params));
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("application/json", response.headers().firstValue("content-type").orElse(""));
    return MAPPER.readTree(response.body());
  }

  @Test
  void callIsAnswered() throws Exception {
    assertEquals(
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"number\":1,\"title\":\"The <Art> of \\\"Queues\\\"\"}}",
        call("Library.find", "{\"number\":1}").toString());
    assertEquals(1, call("Library.find", "[1]").at("/result/number").asInt());
  }

  @Test
  void idComesBackAsItWent() throws Exception {
    for (String id : List.of("\"a\\\"b\"", "1.50", "12345678901234567890", "null")) {
      HttpResponse<String> response =
          http.post(
              "/rpc",
              "{\"jsonrpc\":\"2.0\",\"method\":\"Library.find\",\"params\":[1],\"id\":" + id + "}");
      assertTrue(response.body().contains("\"id\":" + id + ","), response::body);
    }
  }

  @Test
  void numbersKeepTheirDigits() throws Exception {
    String number = "123456789012345678901234567890.123456789012345678901234567890";
    HttpResponse<String> response =
        http.post(
            "/rpc",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.same\",\"params\":["
                + number
                + "]}");
    assertTrue(response.body().contains("\"result\":" + number + "}"), response::body);
  }

  @Test
  void exceptionThatIsDeclaredSaysItsTypeAndFields() throws Exception {
    JsonNode error = call("Library.find", "[2]").get("error");
    assertEquals(-32000, error.get("code").asInt());
    assertEquals("no book has the number 2", error.get("message").asText());
    assertEquals(2, error.at("/data/details/number").asInt());
    assertTrue(error.at("/data/type").asText().endsWith("UnknownBookException"), error::toString);
    assertEquals("yes", error.at("/data/executed").asText());
  }

  @Test
  void otherFailuresSayTheirStatus() throws Exception {
    assertEquals("APPLICATION", call("Library.broken", "{}").at("/error/data/status").asText());
    JsonNode unfit = call("Library.find", "{\"number\":\"x\"}").get("error");
    assertEquals(-32602, unfit.get("code").asInt());
    assertEquals("no", unfit.at("/data/executed").asText());
    assertTrue(unfit.get("message").asText().contains("number"), unfit::toString);
  }

  @Test
  void unknownMethodIsToldAndSoAreThoseThatNodesAnswerAboutThemselves() throws Exception {
    for (String method :
        List.of("Library.burn", "Nobody.find", "rpc.ping", "rpc.stats", "rpc.info", "find", "")) {
      assertEquals(-32601, call(method, "{}").at("/error/code").asInt(), method);
    }
  }

  @Test
  void notificationHasNoContent() throws Exception {
    HttpResponse<String> response =
        http.post(
            "/rpc",
            "{\"jsonrpc\":\"2.0\",\"method\":\"Library.note\",\"params\":[\"by notification\"]}");
    assertEquals(204, response.statusCode());
    assertEquals("", response.body());
    assertTrue(call("Library.note", "[\"with an id\"]").get("result").isNull());
    Waiting.until(
        () -> {
          List<String> notes = new ArrayList<>();
          call("Library.notes", "[]").get("result").forEach(note -> notes.add(note.asText()));
          return notes.containsAll(List.of("by notification", "with an id"));
        });
  }

  @Test
  void batchIsAnsweredTogether() throws Exception {
    HttpResponse<String> response =
        http.post(
            "/rpc",
            """
            [{"jsonrpc":"2.0","id":"a","method":"Library.find","params":[1]},
             {"jsonrpc":"2.0","method":"Library.find","params":[1]},
             {"jsonrpc":"2.0","id":"b","method":"Library.nothing"},
             7]
            """);
    JsonNode all = MAPPER.readTree(response.body());
    assertEquals(200, response.statusCode());
    assertEquals(3, all.size(), all::toString);
    assertEquals(1, all.at("/0/result/number").asInt());
    assertEquals(-32601, all.at("/1/error/code").asInt());
    assertEquals(-32600, all.at("/2/error/code").asInt());
    assertTrue(all.at("/2/id").isNull());
  }

  @Test
  void idComesBackAsItWasSent() throws Exception {
    for (String id : List.of("1e999", "-0.0", "1.50", "1E+2", "-7", "1".repeat(40), "\"a\"")) {
      String call = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"Library.caller\"}".formatted(id);
      String start = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":";
      String one = http.post("/rpc", call).body();
      assertTrue(one.startsWith(start), one);
      String batch = http.post("/rpc", '[' + call + ']').body();
      assertTrue(batch.startsWith('[' + start), batch);
    }
  }

  @Test
  void batchOfNotificationsHasNoContent() throws Exception {
    String body = "[{\"jsonrpc\":\"2.0\",\"method\":\"Library.note\",\"params\":[\"x\"]}]";
    assertEquals(204, http.post("/rpc", body).statusCode());
  }

  @Test
  void timeoutAndTraceComeFromHeaders() throws Exception {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.caller\"}";
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    JsonNode said =
        MAPPER.readTree(http.post("/rpc", body, "traceparent", trace, "x-other", "no").body());
    assertEquals(trace, said.at("/result/traceparent").asText());
    assertFalse(said.get("result").has("x-other"));
    String slow = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.wait\",\"params\":[3000]}";
    JsonNode late = MAPPER.readTree(http.post("/rpc", slow, "Callbox-Timeout", "150ms").body());
    assertEquals("DEADLINE_EXCEEDED", late.at("/error/data/status").asText());
    assertEquals(400, http.post("/rpc", body, "Callbox-Timeout", "soon").statusCode());
  }

  @Test
  void workersSeeTheCallerAndNotTheGateway() throws Exception {
    assertEquals("gate.local", call("Library.caller", "{}").at("/result/from").asText());
  }

  @Test
  void documentTellsAllThatIsServed() throws Exception {
    HttpResponse<String> response = http.get("/openrpc.json");
    JsonNode document = MAPPER.readTree(response.body());
    assertEquals(200, response.statusCode());
    assertEquals("1.3.2", document.get("openrpc").asText());
    assertEquals(
        "io.callbox.gateway.library.Library",
        document.at("/x-services/Library/x-interface").asText());
    assertEquals("Library.find", document.at("/methods/0/name").asText());
    assertTrue(document.at("/components/schemas").has("Part"), document::toString);
    assertTrue(call("rpc.discover", "{}").at("/result/methods").size() >= 8);
  }

  @Test
  void pagesOfListedOriginsSeeNothingOfTheConsole() throws Exception {
    for (String path : List.of("session", "events", "dead?service=Library")) {
      String place = "/console/api/" + path;
      assertEquals(403, http.get(place, "Origin", "https://shop.example").statusCode(), path);
    }
    String own = http.uri("").toString();
    assertEquals(200, http.get("/console/api/session", "Origin", own).statusCode());
  }

  @Test
  void pagesOfListedOriginsMayCallAndOthersMayNot() throws Exception {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.find\",\"params\":[1]}";
    HttpResponse<String> listed = http.post("/rpc", body, "Origin", "https://shop.example");
    assertEquals(200, listed.statusCode());
    assertEquals(
        "https://shop.example",
        listed.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertEquals(403, http.post("/rpc", body, "Origin", "https://evil.example").statusCode());
    HttpResponse<String> asked =
        Http.send(
            http.request("/rpc")
                .method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", "https://shop.example"));
    assertEquals(204, asked.statusCode());
    assertTrue(
        asked.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("callbox"));
  }

  @Test
  void nodeOfAGatewayThatDoesNotStartIsClosed() {
    InMemoryTransport memory = new InMemoryTransport();
    try (RpcNode watcher = RpcNode.builder("watcher").transport(memory).start()) {
      BooleanSupplier isThere =
          () -> watcher.registry().nodes().stream().anyMatch(each -> each.id().equals("half"));
      AtomicBoolean reached = new AtomicBoolean();
      Transport refusing =
          new ForwardingTransport(memory) {
            @Override
            public CallStore calls(Namespace namespace) {
              if (isThere.getAsBoolean()) {
                reached.set(true);
                throw new IllegalStateException("nothing more is started");
              }
              return super.calls(namespace);
            }
          };
      GatewayBuilder half = Gateway.builder().id("half").transport(refusing);
      assertThrows(IllegalStateException.class, half::local);
      assertTrue(reached.get(), "its node has not started");
      assertFalse(isThere.getAsBoolean(), "its node is left behind");
    }
  }
}
