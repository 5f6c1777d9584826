package io.callbox.versions;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.Gateway;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A gateway that listens by itself, beside the version of Jetty that the build was asked to try.
 */
@CallboxTest
final class OwnServerTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Attendant ATTENDANT = new Attendant();

  @Serve static final KioskSkeleton KIOSK = new KioskSkeleton(ATTENDANT);

  private static Gateway gateway;

  private static final class Attendant implements Kiosk {

    final CountDownLatch held = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public String repeat(String text) {
      return text;
    }

    @Override
    public void hold() throws InterruptedException {
      held.countDown();
      try {
        never.await();
      } finally {
        released.countDown();
      }
    }

    @Override
    public Stream<Integer> numbers(int to) {
      return IntStream.rangeClosed(1, to).boxed();
    }
  }

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace namespace, RpcNode client)
      throws IOException {
    assertEquals(1, client.registry().providersOf("Kiosk").size());
    gateway =
        Gateway.builder()
            .redis(redis.uri())
            .namespace(namespace.prefix().replace(":", ""))
            .listen("127.0.0.1:0")
            .maxBodyBytes(100_000)
            .patience(Duration.ofSeconds(3))
            .start();
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static URI uri() {
    return gateway.uri().orElseThrow();
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Kiosk."
        + method
        + "\",\"params\":"
        + params
        + '}';
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri().resolve("/rpc"))
            .timeout(Duration.ofSeconds(90))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void versionToBeTriedIsTheOneThatRuns() {
    String jar = Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = System.getProperty("tried.jetty");
    assertTrue(jar.endsWith("-" + version + ".jar"), jar + " is not of version " + version);
  }

  @Test
  void callsAreAnsweredOneAfterTheOther() throws Exception {
    String long80 = "x".repeat(80_000); // in more than one piece
    for (String text : new String[] {"", "a", long80, "b"}) {
      HttpResponse<String> answer = post(request("repeat", "[\"" + text + "\"]"));
      assertEquals("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"" + text + "\"}", answer.body());
    }
  }

  @Test
  void streamComesWhole() throws Exception {
    String events = post(request("numbers", "[3000]")).body();
    assertEquals(3_000, events.split("event: item", -1).length - 1);
    assertTrue(events.endsWith("\"result\":null}\n\n"), events);
  }

  @Test
  void bodiesThatAreTooLongOrDoNotComeAreRefused() throws Exception {
    assertEquals(413, post("x".repeat(200_000)).statusCode());
    try (Socket socket = connected()) {
      send(socket, head("Transfer-Encoding: chunked"));
      for (int sent = 0; sent < 11; sent++) {
        send(socket, "2710\r\n" + "x".repeat(10_000) + "\r\n");
      }
      assertEquals("HTTP/1.1 413", status(socket));
    }
    try (Socket socket = connected()) {
      send(socket, head("Content-Length: 100") + '{');
      assertEquals("HTTP/1.1 408", status(socket));
    }
    try (Socket socket = connected()) {
      send(socket, "GET / HTTP/1.1\r\nno header\r\n\r\n");
      assertEquals("HTTP/1.1 400", status(socket));
    }
  }

  @Test
  void callOfAClientThatGoesIsCancelled() throws Exception {
    String body = request("hold", "[]");
    try (Socket socket = connected()) {
      send(socket, head("Content-Length: " + body.length()) + body);
      assertTrue(ATTENDANT.held.await(90, TimeUnit.SECONDS), "it runs");
    }
    assertTrue(ATTENDANT.released.await(90, TimeUnit.SECONDS), "it is interrupted");
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket(uri().getHost(), uri().getPort());
    socket.setSoTimeout(90_000);
    return socket;
  }

  private static String head(String more) {
    return "POST /rpc HTTP/1.1\r\nHost: "
        + uri().getAuthority()
        + "\r\nContent-Type: application/json\r\n"
        + more
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String status(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII);
  }
}
