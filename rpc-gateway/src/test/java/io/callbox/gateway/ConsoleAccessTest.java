package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who are let in can see, hold and write down of the console, and no more. */
@CallboxTest
final class ConsoleAccessTest {

  private static final String OPS = "a-token-of-an-operator-1";
  private static final String GREEDY = "a-token-of-another-operator";
  private static final String LEAVER = "a-token-of-one-who-leaves";
  private static final String AGENT = "a-token-of-an-agent-12345";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  @TempDir private static Path folder;
  private static RedisServer broker;
  private static final AtomicBoolean LEFT = new AtomicBoolean();
  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    broker = redis;
    Path tokens =
        Files.writeString(
            folder.resolve("tokens"),
            "ops " + OPS + "\ngreedy " + GREEDY + "\nleaver " + LEAVER + "\nagent " + AGENT);
    gateway =
        Gateways.on(redis, name)
            .listen("127.0.0.1:0")
            .authenticator(Authenticator.tokens(tokens))
            .authorizer(
                (caller, action, target) ->
                    caller.name().equals("leaver")
                        ? !LEFT.get()
                        : !caller.name().equals("agent")
                            || action == Action.CALL
                            || (action == Action.VIEW && target.equals("Library")))
            .allowActions()
            .start();
    http = new Http(gateway);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return http.get(path, "Authorization", "Bearer " + token);
  }

  @Test
  void callerWithoutTheRightToViewSeesNoRequests() throws Exception {
    for (String path : List.of("dead", "calls", "next")) {
      String page = "/console/api/" + path + "?service=";
      assertEquals(403, get(page + "Payroll", AGENT).statusCode(), path);
      assertEquals(200, get(page + "Library", AGENT).statusCode(), path);
      assertEquals(200, get(page + "Payroll", OPS).statusCode(), path);
    }
    assertEquals(403, get("/console/api/events", AGENT).statusCode());
    assertFalse(session(AGENT).get("views").asBoolean());
    assertTrue(session(OPS).get("views").asBoolean());
  }

  @Test
  void questionMustNameAService() throws Exception {
    for (String path : List.of("dead", "calls", "next")) {
      String page = "/console/api/" + path + "?service=";
      assertEquals(400, get(page + "x".repeat(513), OPS).statusCode(), path);
      assertEquals(200, get(page + "x".repeat(512), OPS).statusCode(), path);
    }
  }

  /** Text behind the arguments would be further members of the request: who calls, or what. */
  @Test
  void argumentsOfATriedCallAddNothingElseToItsRequest() throws Exception {
    String csrf = session(OPS).get("csrf").asText();
    for (String arguments :
        List.of(
            "{},\"headers\":{\"tenant\":\"forged\"}",
            "{},\"from\":\"somebody-else\"",
            "{},\"method\":\"Library.note\"",
            "{} {}",
            "{}}",
            "{",
            "5",
            "")) {
      JsonNode outcome = called(csrf, arguments);
      assertFalse(outcome.get("done").asBoolean(), arguments);
      String text = outcome.get("text").asText();
      assertTrue(text.startsWith("INVALID_ARGUMENT: the arguments are not one JSON"), text);
    }
    JsonNode fair = called(csrf, " { } ");
    assertTrue(fair.get("done").asBoolean(), fair.toString());
  }

  private static JsonNode called(String csrf, String arguments) throws Exception {
    String body =
        MAPPER.writeValueAsString(
            Map.of("action", "CALL", "target", "Library.caller", "params", arguments));
    HttpResponse<String> answer =
        http.post(
            "/console/api/action", body, "Authorization", "Bearer " + OPS, "callbox-csrf", csrf);
    return MAPPER.readTree(answer.body());
  }

  private static JsonNode session(String token) throws Exception {
    return MAPPER.readTree(get("/console/api/session", token).body());
  }

  @Test
  void headersOfEventsEndAtOnceAndAreNoPage() throws Exception {
    for (int number = 0; number < 30; number++) {
      HttpResponse<String> head =
          Http.send(
              http.request("/console/api/events")
                  .header("Authorization", "Bearer " + OPS)
                  .method("HEAD", BodyPublishers.noBody()));
      assertEquals(200, head.statusCode());
    }
  }

  @Test
  void callerWithManyOpenPagesLeavesPagesForOthers() throws Exception {
    List<InputStream> pages = new ArrayList<>();
    try {
      int status = 200;
      while (status == 200 && pages.size() <= 100) {
        HttpResponse<InputStream> page =
            Http.CLIENT.send(
                http.request("/console/api/events")
                    .header("Authorization", "Bearer " + GREEDY)
                    .build(),
                BodyHandlers.ofInputStream());
        status = page.statusCode();
        pages.add(page.body());
      }
      assertEquals(503, status);
      assertTrue(pages.size() < 50, () -> pages.size() + " pages of a hundred are one caller's");
      assertEquals(200, get("/console/api/next?service=Library", OPS).statusCode());
      assertEquals(200, get("/console/api/next?service=Gr%C3%B6%C3%9Fe", OPS).statusCode());
    } finally {
      for (InputStream each : pages) {
        each.close();
      }
    }
  }

  @Test
  void pageOfOneWhoLosesTheRightToViewEnds() throws Exception {
    try (BufferedReader page = page("Authorization", "Bearer " + LEAVER)) {
      assertTrue(nextSnapshot(page));
      LEFT.set(true);
      while (nextSnapshot(page)) {
        assertTrue(LEFT.get(), "one may be under way");
      }
    } finally {
      LEFT.set(false);
    }
  }

  @Test
  void signingOutEndsTheSessionAndItsPages() throws Exception {
    HttpResponse<String> signedIn =
        http.post("/console/api/session", "{\"token\":\"" + OPS + "\"}");
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    HttpResponse<String> other = http.post("/console/api/session", "{\"token\":\"" + OPS + "\"}");
    String kept = other.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    try (BufferedReader page = page("Cookie", cookie);
        BufferedReader stays = page("Cookie", kept)) {
      assertTrue(nextSnapshot(page));
      assertEquals(204, http.post("/console/api/session/end", "{}", "Cookie", cookie).statusCode());
      while (nextSnapshot(page)) {
        assertTrue(nextSnapshot(stays));
      }
      assertTrue(nextSnapshot(stays), "another session of the same caller goes on");
    }
    assertEquals(401, http.get("/console/api/session", "Cookie", cookie).statusCode());
    assertEquals(200, http.get("/console/api/session", "Cookie", kept).statusCode());
  }

  private static BufferedReader page(String header, String value) throws Exception {
    HttpResponse<InputStream> page =
        Http.CLIENT.send(
            http.request("/console/api/events").header(header, value).build(),
            BodyHandlers.ofInputStream());
    assertEquals(200, page.statusCode());
    return new BufferedReader(new InputStreamReader(page.body(), StandardCharsets.UTF_8));
  }

  /** Reads to the next snapshot; false if the page has ended. */
  private static boolean nextSnapshot(BufferedReader page) throws IOException {
    String line = page.readLine();
    while (line != null && !line.equals("event: snapshot")) {
      line = page.readLine();
    }
    return line != null;
  }

  private static HttpResponse<String> act(String body) throws Exception {
    return http.post(
        "/console/api/action",
        body,
        "Authorization",
        "Bearer " + OPS,
        "Callbox-Csrf",
        session(OPS).get("csrf").asText());
  }

  @Test
  void targetMustBeTheNameOfAService() throws Exception {
    for (String target :
        List.of("", "a b", "Library:1", "x}y", "../Library", "x\\n", "x".repeat(513), "{x}")) {
      for (Action action : List.of(Action.PAUSE, Action.RESUME, Action.DROP, Action.CANCEL)) {
        String body =
            "{\"action\":\"%s\",\"target\":\"%s\",\"id\":\"x\"}".formatted(action, target);
        assertEquals(400, act(body).statusCode(), body);
      }
    }
    assertEquals(400, act("{\"action\":\"VIEW\",\"target\":\"Library\"}").statusCode());
    assertFalse(broker.command("KEYS", "*").contains("x}y"));
  }

  @Test
  void lineOfTheAuditLogIsOneLineWhateverIsAskedFor() throws Exception {
    LogLines heard = LogLines.of("io.callbox.gateway.audit");
    try (heard) {
      String forged = "x\\nops DROP Everything: done\\u2028\\u001b[2J" + "y".repeat(100_000);
      act("{\"action\":\"DROP\",\"target\":\"Library\",\"id\":\"" + forged + "\"}");
      act(
          "{\"action\":\"DROP\",\"target\":\"Library\",\"all\":true,\"filter\":{\"reason\":\""
              + forged
              + "\"}}");
    }
    assertFalse(heard.lines().isEmpty());
    for (String line : heard.lines()) {
      assertTrue(line.length() < 3_000, () -> line.length() + " characters");
      assertFalse(line.matches("(?s).*[\\n\\r\\u2028\\u001b].*"), line);
    }
  }

  @Test
  void auditLogTellsACallThatFailedFromAnActionThatChangedNothing() throws Exception {
    LogLines heard = LogLines.of("io.callbox.gateway.audit");
    try (heard) {
      act("{\"action\":\"CALL\",\"target\":\"Library.find\",\"params\":\"[-1]\"}");
      act("{\"action\":\"DROP\",\"target\":\"Library\",\"id\":\"none\"}");
    }
    assertTrue(
        heard.lines().get(0).endsWith(" CALL Library.find: failed"), heard.lines()::toString);
    assertTrue(heard.lines().get(1).endsWith(": not done"), heard.lines()::toString);
  }

  @Test
  void nobodyCallsInTheNameOfAnother() throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.caller\",\"from\":\"ops\","
            + "\"replyTo\":\"replies:ops:x\",\"headers\":{\"from\":\"ops\"},\"params\":[]}";
    HttpResponse<String> said =
        http.post(
            "/rpc",
            body,
            "Authorization",
            "Bearer " + AGENT,
            "X-From",
            "ops",
            "Callbox-From",
            "ops",
            "baggage",
            "from=ops",
            "X-Forwarded-User",
            "ops");
    JsonNode result = MAPPER.readTree(said.body()).get("result");
    assertTrue(result.get("from").asText().endsWith(".agent"), result::toString);
    assertFalse(result.has("x-from") || result.has("callbox-from"), result::toString);
    assertEquals("from=ops", result.get("baggage").asText());
  }
}
