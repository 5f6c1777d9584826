package io.callbox.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that close their connection before they have an answer, and others that only seem to. */
@CallboxTest
final class LeavingClientTest {

  private static final Shelves SHELVES = new Shelves();
  private static final String WAIT = "Library.wait\",\"params\":[600000]";
  private static final String FIND = "Library.find\",\"params\":[1]";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(SHELVES);

  @TempDir private static Path folder;
  private static Gateway gateway;
  private static Gateway mounted;
  private static final Server SERVER = new Server();
  private static SSLContext tls;

  /** Where the gateway is. */
  enum Door {
    ITS_OWN_SERVER {
      @Override
      Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), gateway.uri().orElseThrow().getPort());
      }
    },
    JETTY_WITH_TLS {
      @Override
      Socket connected() throws IOException {
        int port = ((ServerConnector) SERVER.getConnectors()[0]).getLocalPort();
        return tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
      }
    };

    abstract Socket connected() throws IOException;
  }

  @BeforeAll
  static void startGateways(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    assertFalse(client.registry().providersOf("Library").isEmpty());
    Duration longest = Duration.ofMinutes(10); // nothing but its client ends a call
    gateway = Gateways.on(redis, namespace).timeout(longest).listen("127.0.0.1:0").start();
    Waiting.untilContractIsKnown(new Http(gateway));
    mounted =
        Gateways.on(redis, namespace)
            .timeout(longest)
            .authenticator(Authenticator.loopback())
            .mount();
    SslContextFactory.Server certificate = certificate();
    SERVER.addConnector(new ServerConnector(SERVER, certificate));
    SERVER.setHandler(mounted.handler());
    SERVER.start();
    tls = SSLContext.getInstance("TLS");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificate.getKeyStore());
    tls.init(null, trust.getTrustManagers(), null);
  }

  private static SslContextFactory.Server certificate() throws Exception {
    Path store = folder.resolve("store");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options = "-genkeypair -alias server -keyalg EC -dname CN=localhost -storepass secret";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-keystore", store.toString()));
    Process process = new ProcessBuilder(command).start();
    assertTrue(process.waitFor(90, TimeUnit.SECONDS));
    SslContextFactory.Server certificate = new SslContextFactory.Server();
    certificate.setKeyStorePath(store.toString());
    certificate.setKeyStorePassword("secret");
    return certificate;
  }

  @AfterAll
  static void closeAll() throws Exception {
    SERVER.stop();
    mounted.close();
    gateway.close();
  }

  @ParameterizedTest
  @EnumSource
  void callOfClientThatGoesIsCancelled(Door door) throws Exception {
    assertIsInterrupted(door, "/rpc", call(WAIT));
  }

  @ParameterizedTest
  @EnumSource
  void callsOfABatchAreCancelledWithTheirClient(Door door) throws Exception {
    assertIsInterrupted(door, "/rpc", "[" + call(WAIT) + ']');
  }

  @ParameterizedTest
  @EnumSource
  void toolOfClientThatGoesIsCancelled(Door door) throws Exception {
    assertIsInterrupted(
        door,
        "/mcp",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"Library_wait\",\"arguments\":{\"millis\":600000}}}");
  }

  /** A client that waits for its answer is not idle. */
  @Test
  void callMayTakeLongerThanAClientMayBeIdle(RedisServer redis, Namespace namespace)
      throws Exception {
    Duration patience = Duration.ofSeconds(3);
    try (Gateway hasty =
        Gateways.on(redis, namespace).patience(patience).listen("127.0.0.1:0").start()) {
      Http http = new Http(hasty);
      Waiting.untilContractIsKnown(http);
      String slow = "Library.wait\",\"params\":[5000]";
      Waiting.until(() -> isAnswered(http, call(slow)));
    }
  }

  private static boolean isAnswered(Http http, String body) throws InterruptedException {
    try {
      return http.post("/rpc", body).body().contains("\"result\"");
    } catch (IOException closed) { // this machine was slow, and the connection was idle
      return false;
    }
  }

  private static void assertIsInterrupted(Door door, String path, String body) throws Exception {
    awaitTools(door);
    int before = SHELVES.interrupted.get();
    try (Socket socket = socket(door)) {
      send(socket, post(path, body));
      Waiting.until(() -> SHELVES.waiting.get() == 1);
    }
    Waiting.until(() -> SHELVES.interrupted.get() == before + 1 && SHELVES.waiting.get() == 0);
  }

  /** A tool is known when the contract is. */
  private static void awaitTools(Door door) throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    Waiting.until(
        () -> {
          try (Socket socket = socket(door)) {
            send(socket, post("/mcp", list));
            return answers(socket, 1).contains("Library_wait");
          }
        });
  }

  /** A request behind another says that the client is there, and none of its bytes is lost. */
  @ParameterizedTest
  @EnumSource
  void requestsBehindACallThatRunsAreAnsweredInTheirOrder(Door door) throws Exception {
    String slow = "Library.wait\",\"params\":[0]";
    try (Socket socket = socket(door)) {
      for (int round = 0; round < 20; round++) {
        send(socket, post("/rpc", call(slow)));
        send(socket, post("/rpc", call(FIND)));
        send(socket, post("/rpc", call(slow)));
        String answers = answers(socket, 3);
        assertEquals(3, Pattern.compile("\"result\":").matcher(answers).results().count());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionIsUsedAgainAfterEachAnswer(Door door) throws Exception {
    try (Socket socket = socket(door)) {
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

  private static Socket socket(Door door) throws IOException {
    Socket socket = door.connected();
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
