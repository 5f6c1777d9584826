package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibraryDurableStub;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.registry.PauseMode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The console, in a real Chromium and by hand. */
@CallboxTest
@Tag("drill")
final class ConsoleTest {

  private static final String TOKEN = "an-operators-token-of-some-length";
  private static final String LOOKER = "a-token-that-may-only-look-on";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  @TempDir private static Path folder;
  private static RedisServer broker;
  private static RpcNode caller;
  private static String namespace;
  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    broker = redis;
    caller = client;
    namespace = name.prefix();
    Path tokens =
        Files.writeString(folder.resolve("tokens"), "ops " + TOKEN + "\nlooker " + LOOKER);
    gateway =
        builder()
            .authenticator(Authenticator.tokens(tokens))
            .authorizer((caller, action, target) -> caller.name().equals("ops"))
            .allowActions()
            .start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http, "Authorization", "Bearer " + TOKEN);
  }

  private static GatewayBuilder builder() {
    return Gateway.builder()
        .redis(broker.uri())
        .namespace(namespace.replace(":", ""))
        .listen("127.0.0.1:0");
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static void deadLetter(String service, String text, boolean mayHaveRun) {
    broker.command(
        "LPUSH",
        "{" + namespace + "services:" + service + "}:dead",
        """
        {"reason":"its worker died","at":1763679600123,"attempts":1,"worker":"node-9:abc",
         "mayHaveRun":%s,
         "request":{"jsonrpc":"2.0","method":"%s.note","from":"billing","params":["%s"]}}"""
            .formatted(mayHaveRun, service, text));
  }

  /** A letter whose method is far wider than a screen, and turns what is read. */
  private static void hostileLetter() {
    String turned = (char) 0x202e + "gnp.exe";
    broker.command(
        "LPUSH",
        "{" + namespace + "services:Hostile}:dead",
        """
        {"reason":"%s","at":1763679600123,"attempts":1,
         "request":{"jsonrpc":"2.0","method":"Hostile.%s","from":"<i>","params":["%s"]}}"""
            .formatted("r".repeat(5_000), turned + "m".repeat(5_000), turned));
  }

  /** A service that nobody serves, before which 100,000 requests wait, and as many have died. */
  private static void crowd() {
    caller.pause("Crowd", PauseMode.WAIT);
    caller.shards("Crowd", 2);
    for (int batch = 0; batch < 100; batch++) {
      List<String> waiting = new ArrayList<>(List.of("LPUSH", namespace + "services:Crowd"));
      List<String> dead =
          new ArrayList<>(List.of("LPUSH", "{" + namespace + "services:Crowd}:dead"));
      for (int each = 0; each < 1_000; each++) {
        int number = 1_000 * batch + each;
        String request =
            "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"Crowd.%s\",\"from\":\"web\",\"params\":[%d]}"
                .formatted(number, number % 2 == 0 ? "one" : "two", number);
        waiting.add(request);
        dead.add(
            "{\"reason\":\"%s\",\"at\":1763679600123,\"request\":%s}"
                .formatted(number == 96_001 ? "is a rare one" : "its worker died", request));
      }
      broker.command(waiting.toArray(String[]::new));
      broker.command(dead.toArray(String[]::new));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPageAndEveryActionWorksInABrowser() throws Exception {
    assumeTrue(NodeScripts.program("chromium"), "skipped: it needs Debian's chromium");
    NodeScripts npm = NodeScripts.installed();
    deadLetter("Library", "one", true);
    deadLetter("Library", "<img src=x onerror=alert(1)>", true);
    deadLetter("Gone", "one", false);
    deadLetter("Gone", "two", true);
    deadLetter("Gone", "three", false);
    for (int at = 0; at < 6; at++) {
      deadLetter("Large", at + "x".repeat(1_200_000), false);
    }
    deadLetter("Keyed", "one", false);
    hostileLetter();
    crowd();
    LibraryDurableStub durable = new LibraryDurableStub(caller.channelToAny());
    durable.withId("by-hand").after(Duration.ofHours(1)).count(3);
    List<String> args = new ArrayList<>(List.of(gateway.uri().orElseThrow().toString(), TOKEN));
    String pictures = System.getProperty("console.pictures");
    if (pictures != null) {
      args.add(pictures);
    }
    ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();
    traffic.scheduleWithFixedDelay(ConsoleTest::callNow, 0, 20, TimeUnit.MILLISECONDS);
    JsonNode results;
    try {
      results = MAPPER.readTree(npm.script("console.mjs", args.toArray(String[]::new)));
    } finally {
      traffic.shutdown();
      assertTrue(traffic.awaitTermination(30, TimeUnit.SECONDS), "the last call does not end");
    }
    return results.properties().stream()
        .map(
            each -> dynamicTest(each.getKey(), () -> assertEquals("ok", each.getValue().asText())));
  }

  /** Calls, so that there are figures; the first that fails is the last. */
  private static void callNow() {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.find\",\"params\":[1]}";
    try {
      http.post("/rpc", body, "Authorization", "Bearer " + TOKEN);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("no more figures", failed);
    }
  }

  private static JsonNode session(String token) throws Exception {
    return MAPPER.readTree(
        http.get("/console/api/session", "Authorization", "Bearer " + token).body());
  }

  private static HttpResponse<String> act(String body, String token, String csrf) throws Exception {
    return http.post(
        "/console/api/action", body, "Authorization", "Bearer " + token, "Callbox-Csrf", csrf);
  }

  private static final String RESUME = "{\"action\":\"RESUME\",\"target\":\"Library\"}";

  @Test
  void actionOfNoPageOfOursIsRefused() throws Exception {
    String ours = session(TOKEN).get("csrf").asText();
    assertEquals(200, act(RESUME, TOKEN, ours).statusCode());
    assertEquals(403, act(RESUME, TOKEN, "").statusCode());
    assertEquals(403, act(RESUME, TOKEN, session(LOOKER).get("csrf").asText()).statusCode());
    HttpResponse<String> none =
        http.post("/console/api/action", RESUME, "Authorization", "Bearer " + TOKEN);
    assertEquals(403, none.statusCode());
    assertEquals(401, http.post("/console/api/action", RESUME).statusCode());
    assertEquals(400, act("{\"action\":\"BURN\"}", TOKEN, ours).statusCode());
  }

  @Test
  void actionIsDecidedOnTheServerForEachCaller() throws Exception {
    String csrf = session(LOOKER).get("csrf").asText();
    for (Action action : Action.values()) {
      String body = "{\"action\":\"" + action + "\",\"target\":\"Library\",\"id\":\"x\"}";
      assertEquals(403, act(body, LOOKER, csrf).statusCode(), action::toString);
    }
  }

  @Test
  void consoleOnlyShowsUnlessItIsToldOtherwise() throws Exception {
    try (Gateway shows = builder().maskPayloads().start()) {
      Http door = new Http(shows);
      JsonNode session = MAPPER.readTree(door.get("/console/api/session").body());
      assertFalse(session.get("actions").asBoolean());
      HttpResponse<String> refused =
          door.post("/console/api/action", RESUME, "Callbox-Csrf", session.get("csrf").asText());
      assertEquals(403, refused.statusCode());
      broker.command(
          "LPUSH",
          "{" + namespace + "services:Masked}:dead",
          "{\"reason\":\"r\",\"request\":{\"a\":\"secret\"}}");
      String letters = door.get("/console/api/dead?service=Masked").body();
      assertTrue(letters.contains("(masked: ") && !letters.contains("secret"), letters);
    }
  }

  @Test
  void forgedSessionIsNone() throws Exception {
    for (String cookie : List.of("ops.99999999999999.AAAA", "ops", "..", "")) {
      assertEquals(
          401,
          http.get("/console/api/session", "Cookie", "callbox_session=" + cookie).statusCode());
    }
    HttpResponse<String> signedIn =
        http.post("/console/api/session", "{\"token\":\"" + TOKEN + "\"}");
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly; SameSite=Strict"), cookie);
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertEquals(200, http.get("/console/api/session", "Cookie", pair).statusCode());
    assertEquals(401, http.get("/console/api/session", "Cookie", pair + "x").statusCode());
    String rpc = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.find\",\"params\":[1]}";
    assertEquals(401, http.post("/rpc", rpc, "Cookie", pair).statusCode());
  }

  @Test
  void pagesMayLoadNothingFromElsewhereAndStandInNoFrame() throws Exception {
    String policy = http.get("/").headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }
}
