package io.callbox.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no request, or no honest one, gets a clear answer and costs nobody else anything. */
@CallboxTest
final class BadInputTest {

  private static final String TOKEN = "correct-horse-battery-staple";
  private static final String FIND =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.find\",\"params\":[1]}";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  @TempDir private static Path folder;
  private static RedisServer redis;
  private static String namespace;
  private static Gateway gateway;
  private static Gateway hasty;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer server, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    redis = server;
    namespace = name.prefix().replace(":", "");
    Path tokens = Files.writeString(folder.resolve("tokens"), "# callers\nalice " + TOKEN + "\n");
    gateway =
        builder()
            .authenticator(Authenticator.tokens(tokens))
            .maxBodyBytes(100_000)
            .maxConcurrentRequests(64)
            .patience(Duration.ofSeconds(60))
            .start();
    hasty =
        builder()
            .authenticator(Authenticator.tokens(tokens))
            .patience(Duration.ofSeconds(2))
            .start();
    http = new Http(gateway);
  }

  private static GatewayBuilder builder() {
    return Gateway.builder().redis(redis.uri()).namespace(namespace).listen("127.0.0.1:0");
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
    hasty.close();
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return http.post("/rpc", body, "Authorization", "Bearer " + TOKEN);
  }

  private static void assertServes() throws Exception {
    assertEquals(200, post(FIND).statusCode());
  }

  @Test
  void textThatIsNotJsonIsAParseError() throws Exception {
    for (String body :
        List.of(
            "", "{", "no", "{\"jsonrpc\":\"2.0\",}", FIND + FIND, "\u0000", "[".repeat(9_000))) {
      HttpResponse<String> response = post(body);
      assertEquals(400, response.statusCode(), body);
      assertTrue(
          response.body().contains("\"id\":null,\"error\":{\"code\":-32700"), response::body);
    }
  }

  @Test
  void jsonThatIsNotARequestIsInvalid() throws Exception {
    for (String body :
        List.of(
            "7",
            "\"x\"",
            "null",
            "{}",
            "[]",
            "{\"jsonrpc\":\"1.0\",\"method\":\"a.b\",\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"method\":7,\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"a.b\",\"id\":{}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"a.b\",\"id\":\"half a \\ud800\"}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"a.b\",\"id\":1,\"params\":7}",
            "[" + (FIND + ',').repeat(100) + FIND + ']')) {
      HttpResponse<String> response = post(body);
      assertEquals(400, response.statusCode(), body);
      assertTrue(response.body().contains("\"code\":-32600"), response::body);
    }
  }

  @Test
  void wrongTokenIsRefusedAndNothingOfItIsSaid() throws Exception {
    assertEquals(401, http.post("/rpc", FIND).statusCode());
    for (String header :
        List.of("Bearer wrong", "Bearer ", "Basic " + TOKEN, TOKEN, "Bearer " + TOKEN + "x")) {
      HttpResponse<String> response = http.post("/rpc", FIND, "Authorization", header);
      assertEquals(401, response.statusCode(), header);
      assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
    }
    assertEquals(401, http.get("/openrpc.json").statusCode());
    assertServes();
  }

  @Test
  void refusalThatIsKnownBeforeTheBodyComesLosesNoRequestBehindIt() throws Exception {
    try (Socket socket = socket()) {
      String refused =
          head("Content-Length: " + FIND.length()).replace("Bearer " + TOKEN, "Bearer wrong");
      send(socket, refused);
      expectNothingYet(socket);
      send(socket, FIND + head("Content-Length: " + FIND.length()) + FIND);
      assertEquals(2, answers(socket, 2));
    }
  }

  @Test
  void refusedClientThatAsksFirstIsNotToldToSendItsBody() throws Exception {
    try (Socket socket = socket()) {
      String head = head("Content-Length: 90000\r\nExpect: 100-continue");
      send(socket, head.replace("Bearer " + TOKEN, "Bearer wrong"));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
      assertTrue(answer.contains("Connection: close"), answer);
    }
  }

  @Test
  void clientThatAsksFirstAndIsNotRefusedIsToldToSendItsBody() throws Exception {
    try (Socket socket = socket()) {
      send(socket, head("Content-Length: " + FIND.length() + "\r\nExpect: 100-continue"));
      assertTrue(answer(socket).startsWith("HTTP/1.1 100 "));
      send(socket, FIND);
      assertEquals(1, answers(socket, 1));
    }
  }

  private static void expectNothingYet(Socket socket) throws IOException {
    socket.setSoTimeout(200);
    expectNothing(socket.getInputStream());
    socket.setSoTimeout(90_000);
  }

  @Test
  void refusedBodyOfUnknownLengthEndsItsConnectionAndThatIsSaid() throws Exception {
    try (Socket socket = socket()) {
      send(socket, head("Transfer-Encoding: chunked").replace("Bearer " + TOKEN, "Bearer wrong"));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
      assertTrue(answer.contains("Connection: close"), answer);
    }
  }

  @Test
  void gatewayThatOthersReachDoesNotStartWithoutAnAuthenticator() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> builder().listen("0.0.0.0:0").start());
    assertTrue(String.valueOf(refused.getMessage()).contains("authenticator"));
    assertThrows(IllegalStateException.class, () -> builder().mount());
  }

  @Test
  void fileOfTokensThatIsMalformedIsRefusedWithoutQuotingIt() throws Exception {
    Path file = Files.writeString(folder.resolve("short"), "alice " + TOKEN + "\nbob secret\n");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Authenticator.tokens(file));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains("line 2") && !said.contains("secret"), said);
  }

  @Test
  void bodyThatIsAnnouncedTooLongIsRefusedBeforeItIsSent() throws Exception {
    try (Socket socket = socket()) {
      send(socket, head("Content-Length: 50000000"));
      assertTrue(answer(socket).startsWith("HTTP/1.1 413 "));
    }
    assertServes();
  }

  @Test
  void bodyThatTurnsOutTooLongIsRefused() throws Exception {
    try (Socket socket = socket()) {
      send(socket, head("Transfer-Encoding: chunked"));
      String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
      for (int sent = 0; sent < 11; sent++) {
        send(socket, chunk);
      }
      assertTrue(answer(socket).startsWith("HTTP/1.1 413 "));
    }
    assertServes();
  }

  @Test
  void bodyThatBreaksOffOrIsMalformedIsABadRequest() throws Exception {
    try (Socket socket = socket()) {
      send(socket, head("Content-Length: 100") + "{");
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.contains("the body broke off"), answer);
    }
    try (Socket socket = socket()) {
      send(socket, head("Transfer-Encoding: chunked") + "5\r\n{    \r\nno length\r\n");
      assertTrue(answer(socket).startsWith("HTTP/1.1 400 "));
    }
    assertServes();
  }

  @Test
  void headThatDripsIsCutOff() throws Exception {
    try (Socket socket = socket(hasty.uri().orElseThrow())) {
      send(socket, "POST /rpc HTTP/1.1\r\nHost: x\r\n");
      assertThrows(
          SocketException.class,
          () -> {
            for (int drop = 0; drop < 1_200; drop++) {
              send(socket, "X-" + drop + ": 1\r\n");
              socket.setSoTimeout(50);
              expectNothing(socket.getInputStream());
            }
          });
    }
    assertServes();
  }

  /** Fails if the other side has closed. */
  private static void expectNothing(InputStream in) throws IOException {
    try {
      if (in.read() < 0) {
        throw new SocketException("closed");
      }
    } catch (SocketTimeoutException nothing) {
      assertTrue(nothing.getMessage() != null);
    }
  }

  @Test
  void readerThatDoesNotReadIsCutOffAndHoldsNobodyUp() throws Exception {
    try (Socket socket = socket(hasty.uri().orElseThrow())) {
      String get = "GET /openrpc.json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN;
      send(socket, (get + "\r\n\r\n").repeat(700));
      HttpResponse<String> other =
          new Http(hasty).post("/rpc", FIND, "Authorization", "Bearer " + TOKEN);
      assertEquals(200, other.statusCode());
      Waiting.until(() -> isCut(socket));
    }
  }

  /** Whether sending fails. */
  private static boolean isCut(Socket socket) {
    try {
      send(socket, "\r\n");
      return false;
    } catch (IOException cut) {
      return true;
    }
  }

  @Test
  void bodyThatDoesNotComeIsGivenUp() throws Exception {
    try (Socket socket = socket(hasty.uri().orElseThrow())) {
      send(socket, head("Content-Length: 100") + "{");
      String answer = answer(socket);
      assertTrue(answer.startsWith("HTTP/1.1 408 ") || answer.isEmpty(), answer);
    }
    assertServes();
  }

  @Test
  void tenTimesAsManyRequestsAsThereIsRoomForEndAndServeOn() throws Exception {
    List<CompletableFuture<Integer>> statuses =
        IntStream.range(0, 640)
            .mapToObj(
                each ->
                    Http.CLIENT
                        .sendAsync(
                            http.posting("/rpc", FIND)
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                            BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
            .toList();
    for (CompletableFuture<Integer> each : statuses) {
      int status = each.join();
      assertTrue(status == 200 || status == 503 || status == 429, () -> "status " + status);
    }
    assertServes();
  }

  @Test
  void tenThousandRequestsAtOnceAreAllAnsweredAndItServesOn() throws Exception {
    String request = head("Content-Length: " + FIND.length()) + FIND;
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int each = 0; each < 500; each++) {
        sockets.add(socket());
        send(sockets.get(each), request.repeat(20));
      }
      for (Socket each : sockets) {
        assertEquals(20, answers(each, 20), "each is answered, if only with 429 or 503");
      }
    } finally {
      for (Socket each : sockets) {
        each.close();
      }
    }
    Waiting.until(() -> post(FIND).statusCode() == 200);
  }

  /** How many answers come, of those that are awaited. */
  private static long answers(Socket socket, int awaited) throws IOException {
    Pattern status = Pattern.compile("HTTP/1\\.1 (200|401|429|503) ");
    StringBuilder said = new StringBuilder();
    byte[] some = new byte[8_192];
    long count = 0;
    int read = 0;
    while (count < awaited && read >= 0) {
      read = socket.getInputStream().read(some);
      said.append(new String(some, 0, Math.max(0, read), US_ASCII));
      count = status.matcher(said).results().count();
    }
    return count;
  }

  @Test
  void callerThatSendsTooManyASecondIsToldToWait() throws Exception {
    try (Gateway slow = builder().maxRequestsPerSecond(2).start()) {
      Http door = new Http(slow);
      HttpResponse<String> last = door.post("/rpc", FIND);
      for (int more = 0; more < 5 && last.statusCode() == 200; more++) {
        last = door.post("/rpc", FIND);
      }
      assertEquals(429, last.statusCode());
      assertEquals("1", last.headers().firstValue("Retry-After").orElse(""));
    }
  }

  @Test
  void eachRequestOfABatchCountsForTheRate() throws Exception {
    try (Gateway slow = builder().maxRequestsPerSecond(50).start()) {
      Http door = new Http(slow);
      HttpResponse<String> last = door.post("/rpc", batch(50));
      assertEquals(200, last.statusCode(), "a whole second's");
      for (int more = 0; more < 5 && last.statusCode() == 200; more++) {
        last = door.post("/rpc", batch(50));
      }
      assertEquals(429, last.statusCode(), "if it counted as one, fifty would pass");
      assertEquals("1", last.headers().firstValue("Retry-After").orElse(""));
    }
  }

  @Test
  void batchThatNoSecondHasRoomForIsNotToldToTryAgain() throws Exception {
    try (Gateway slow = builder().maxRequestsPerSecond(3).start()) {
      HttpResponse<String> refused = new Http(slow).post("/rpc", batch(4));
      assertEquals(400, refused.statusCode());
      assertTrue(refused.body().contains("at most 3 requests here, as many as a caller may send"));
      assertEquals(Optional.empty(), refused.headers().firstValue("Retry-After"));
    }
  }

  private static String batch(int requests) {
    return '[' + String.join(",", Collections.nCopies(requests, FIND)) + ']';
  }

  @Test
  void pathsLeadNowhereElse() throws Exception {
    for (String path :
        List.of(
            "/rpc/",
            "/RPC",
            "/rpc/../rpc/x",
            "/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/rpc%00",
            "/rpc;a=b/x",
            "//rpc",
            "/console/../../pom.xml",
            "/.git/config")) {
      try (Socket socket = socket()) {
        send(socket, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        String answer = answer(socket);
        assertTrue(answer.matches("HTTP/1.1 (400|401|404|405) .*"), path + ": " + answer);
      }
    }
  }

  @Test
  void otherMethodsAndTypesAreToldWhatIsUnderstood() throws Exception {
    HttpResponse<String> got = http.get("/rpc", "Authorization", "Bearer " + TOKEN);
    assertEquals(405, got.statusCode());
    assertEquals("POST", got.headers().firstValue("Allow").orElse(""));
    HttpResponse<String> text =
        Http.send(
            http.request("/rpc")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(FIND)));
    assertEquals(415, text.statusCode());
  }

  @Test
  void pageThatCallsALoopbackGatewayByAnotherNameIsRefused() throws Exception {
    try (Gateway open = builder().start();
        Socket socket = socket(open.uri().orElseThrow())) {
      send(socket, "GET /openrpc.json HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      assertTrue(answer(socket).startsWith("HTTP/1.1 403 "));
    }
  }

  private static Socket socket() throws IOException {
    return socket(gateway.uri().orElseThrow());
  }

  private static Socket socket(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(90_000);
    return socket;
  }

  private static String head(String more) {
    return "POST /rpc HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + TOKEN
        + "\r\nContent-Type: application/json\r\n"
        + more
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  /** The first line of the answer; empty if the connection ends without one. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }
}
