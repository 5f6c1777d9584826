package io.callbox.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway as a servlet in a Tomcat of the user's, which knows who calls. */
@CallboxTest
final class ServletTest {

  private static final Shelves SHELVES = new Shelves();
  private static final String EVENTS = "application/json, text/event-stream";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(SHELVES);

  @TempDir private static Path folder;
  private static Gateway gateway;
  private static Tomcat server;
  private static URI base;

  @BeforeAll
  static void mountGateway(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    gateway =
        Gateways.on(redis, name)
            .authenticator(Authenticator.principal())
            .maxBodyBytes(100_000)
            .patience(Duration.ofSeconds(3))
            .mount();
    server = new Tomcat();
    server.setBaseDir(folder.toString());
    server.setPort(0);
    Context context = server.addContext("/shop", folder.toString());
    signIn(context);
    Wrapper servlet = Tomcat.addServlet(context, "callbox", new GatewayServlet(gateway));
    servlet.setAsyncSupported(true);
    context.addServletMappingDecoded("/callbox/*", "callbox");
    server.start();
    base = URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort() + "/shop/callbox");
  }

  /** A filter of the user's, which knows people by a header, as Spring Security does by others. */
  private static void signIn(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("sign-in");
    filter.setAsyncSupported("true");
    filter.setFilter(
        (request, response, chain) ->
            chain.doFilter(new Known((HttpServletRequest) request), response));
    context.addFilterDef(filter);
    FilterMap all = new FilterMap();
    all.setFilterName("sign-in");
    all.addURLPattern("/*");
    context.addFilterMap(all);
  }

  private static final class Known extends HttpServletRequestWrapper {

    Known(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      String user = getHeader("x-user");
      return user == null ? null : () -> user;
    }
  }

  @AfterAll
  static void stopThem() throws Exception {
    server.stop();
    server.destroy();
    gateway.close();
  }

  private static HttpRequest.Builder posting(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(90))
        .header("Content-Type", "application/json")
        .header("X-User", "ada@example.com")
        .POST(BodyPublishers.ofString(body));
  }

  private static String call(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library."
        + method
        + "\",\"params\":"
        + params
        + "}";
  }

  private static HttpResponse<String> rpc(String method, String params) throws Exception {
    return Http.send(posting("/rpc", call(method, params)));
  }

  @Test
  void callsAreAnsweredAndCallersAreWhomTheServerKnows() throws Exception {
    HttpResponse<String> found = rpc("find", "[1]");
    assertEquals(200, found.statusCode());
    assertTrue(found.body().startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":"), found.body());
    String caller = rpc("caller", "[]").body();
    assertTrue(caller.contains(".-ada_40example_2Ecom\""), caller);
    HttpResponse<String> nobody =
        Http.send(
            HttpRequest.newBuilder(URI.create(base + "/rpc"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call("find", "[1]"))));
    assertEquals(401, nobody.statusCode());
  }

  @Test
  void streamsComeAsEventsAndEndWithTheirReader() throws Exception {
    String events =
        Http.send(posting("/rpc", call("browse", "[2,false]")).header("Accept", EVENTS)).body();
    assertEquals(2, events.split("event: item", -1).length - 1, events);
    assertTrue(events.contains("event: end\ndata: {\"jsonrpc\":\"2.0\",\"id\":1,"), events);
    int before = SHELVES.browsed.get();
    HttpResponse<InputStream> response =
        Http.CLIENT.send(
            posting("/rpc", call("browse", "[2000000000,false]")).header("Accept", EVENTS).build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertEquals(": open", lines.readLine());
    }
    Waiting.until(() -> SHELVES.browsed.get() > before);
  }

  @Test
  void streamWithoutItemsEndsWithItsReaderToo() throws Exception {
    String body = call("arrivals", "[]");
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(90_000);
      send(socket, head("Accept: text/event-stream\r\nContent-Length: " + body.length()) + body);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      Waiting.until(() -> lines.readLine().startsWith(": still here"));
      assertEquals(0, SHELVES.abandoned.get());
    }
    Waiting.until(() -> SHELVES.abandoned.get() == 1);
  }

  @Test
  void longStreamComesWhole() throws Exception {
    String events =
        Http.send(posting("/rpc", call("browse", "[3000,false]")).header("Accept", EVENTS)).body();
    assertEquals(3_000, events.split("event: item", -1).length - 1);
    assertTrue(events.endsWith("\"result\":null}\n\n"), events.substring(events.length() - 100));
  }

  @Test
  void languageModelsAreAnswered() throws Exception {
    String tools =
        Http.send(
                posting("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                    .header("Accept", EVENTS))
            .body();
    assertTrue(tools.contains("\"name\":\"Library_find\""), tools);
  }

  @Test
  void consoleIsThereAndItsPartsAreFoundFromIt() throws Exception {
    HttpResponse<String> bare = get("");
    assertEquals(308, bare.statusCode());
    assertEquals("/shop/callbox/", bare.headers().firstValue("Location").orElse(""));
    assertTrue(get("/").body().contains("src=\"console/app.js\""));
    assertEquals(200, get("/console/app.js").statusCode());
    assertTrue(get("/console/api/session").body().contains("\"caller\":\"ops\""));
    assertEquals(400, get("/console/api/dead?service=%20").statusCode());
    assertEquals(200, get("/console/api/dead?service=Library&from=0").statusCode());
    assertEquals(404, get("/console/none.js").statusCode());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return Http.send(HttpRequest.newBuilder(URI.create(base + path)).header("X-User", "ops"));
  }

  @Test
  void bodyThatIsTooLongOrDoesNotComeIsRefused() throws Exception {
    String large = call("note", "[\"" + "x".repeat(200_000) + "\"]");
    assertEquals(413, Http.send(posting("/rpc", large)).statusCode());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(90_000);
      send(socket, head("Transfer-Encoding: chunked"));
      for (int sent = 0; sent < 11; sent++) {
        send(socket, "2710\r\n" + "x".repeat(10_000) + "\r\n");
      }
      assertTrue(answer(socket).startsWith("HTTP/1.1 413 "));
    }
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(90_000);
      send(socket, head("Content-Length: 100") + "{");
      assertTrue(answer(socket).startsWith("HTTP/1.1 408 "));
    }
    assertEquals(200, rpc("find", "[1]").statusCode());
  }

  @Test
  void bodyThatBreaksOffIsABadRequestOrEndsTheConnection() throws Exception {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(90_000);
      send(socket, head("Content-Length: 100") + "{");
      socket.shutdownOutput();
      String answer = answer(socket);
      assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.equals("null"), answer);
    }
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(90_000);
      send(socket, head("Transfer-Encoding: chunked") + "5\r\n{    \r\nno length\r\n");
      String answer = answer(socket);
      assertTrue(answer.startsWith("HTTP/1.1 400 ") || answer.equals("null"), answer);
    }
    assertEquals(200, rpc("find", "[1]").statusCode());
  }

  @Test
  void readerThatDoesNotReadHoldsNobodyUp() throws Exception {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String body = call("browse", "[2000000000,false]");
      send(socket, head("Accept: text/event-stream\r\nContent-Length: " + body.length()) + body);
      for (int other = 0; other < 20; other++) {
        assertEquals(200, rpc("find", "[1]").statusCode());
      }
    }
  }

  private static String head(String more) {
    return "POST /shop/callbox/rpc HTTP/1.1\r\nHost: x\r\nX-User: ops\r\n"
        + "Content-Type: application/json\r\n"
        + more
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  private static String answer(Socket socket) throws IOException {
    return String.valueOf(
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine());
  }
}
