package io.callbox.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that close their connection before they have an answer, and others that only seem to. */
@CallboxTest
final class LeavingClientTest {

  private static final Shelves SHELVES = new Shelves();
  private static final String WAIT = "Library.wait\",\"params\":[600000]";
  private static final String FIND = "Library.find\",\"params\":[1]";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(SHELVES);

  private static Gateway gateway;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    assertFalse(client.registry().providersOf("Library").isEmpty());
    gateway =
        Gateways.on(redis, namespace)
            .timeout(Duration.ofMinutes(10)) // nothing but its client ends a call
            .listen("127.0.0.1:0")
            .start();
    Waiting.untilContractIsKnown(new Http(gateway));
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  @Test
  void callOfClientThatGoesIsCancelled() throws Exception {
    assertIsInterrupted("/rpc", call(WAIT));
  }

  @Test
  void callsOfABatchAreCancelledWithTheirClient() throws Exception {
    assertIsInterrupted("/rpc", "[" + call(WAIT) + ']');
  }

  @Test
  void toolOfClientThatGoesIsCancelled() throws Exception {
    assertIsInterrupted(
        "/mcp",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"Library_wait\",\"arguments\":{\"millis\":600000}}}");
  }

  private static void assertIsInterrupted(String path, String body) throws Exception {
    int before = SHELVES.interrupted.get();
    try (Socket socket = socket()) {
      send(socket, post(path, body));
      Waiting.until(() -> SHELVES.waiting.get() == 1);
    }
    Waiting.until(() -> SHELVES.interrupted.get() == before + 1 && SHELVES.waiting.get() == 0);
  }

  /** A request behind another says that the client is there, and none of its bytes is lost. */
  @Test
  void requestsBehindACallThatRunsAreAnsweredInTheirOrder() throws Exception {
    String slow = "Library.wait\",\"params\":[0]";
    try (Socket socket = socket()) {
      for (int round = 0; round < 20; round++) {
        send(socket, post("/rpc", call(slow)));
        send(socket, post("/rpc", call(FIND)));
        send(socket, post("/rpc", call(slow)));
        String answers = answers(socket, 3);
        assertEquals(3, Pattern.compile("\"result\":").matcher(answers).results().count());
      }
    }
  }

  @Test
  void connectionIsUsedAgainAfterEachAnswer() throws Exception {
    try (Socket socket = socket()) {
      for (int round = 0; round < 100; round++) {
        send(socket, post("/rpc", call(FIND)));
        assertTrue(answers(socket, 1).contains("Queues"));
      }
    }
  }

  private static String call(String methodAndParams) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + methodAndParams + '}';
  }

  private static String post(String path, String body) {
    return ("POST %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n%s")
        .formatted(path, gateway.uri().orElseThrow().getPort(), body.length(), body);
  }

  private static Socket socket() throws IOException {
    URI uri = gateway.uri().orElseThrow();
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(90_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** What comes, until this number of responses is there. */
  private static String answers(Socket socket, int awaited) throws IOException {
    StringBuilder said = new StringBuilder();
    byte[] some = new byte[8_192];
    while (said.toString().split("\"jsonrpc\"", -1).length <= awaited
        || !said.toString().endsWith("}")) {
      int read = socket.getInputStream().read(some);
      assertTrue(read > 0, () -> "the connection ended after: " + said);
      said.append(new String(some, 0, read, US_ASCII));
    }
    return said.toString();
  }
}
