package io.callbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway of the jar, as a process. */
@Tag("drill")
@Timeout(180)
final class GatewayJarIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ANY_PORT = "127.0.0.1:0";

  @Test
  void gatewayListensUntilItIsToldToEnd() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = JarIT.worker(redis)) {
      Process gateway =
          new Processes(redis)
              .jar("gateway", "--listen", ANY_PORT)
              .redirectErrorStream(true)
              .start();
      try (BufferedReader said = gateway.inputReader()) {
        URI gate = listening(said);
        HttpResponse<String> answer =
            send(
                posting(
                    gate.resolve("/rpc"),
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Ledger.add\",\"params\":[7,8]}"));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"result\":15"), answer.body());
        assertEquals(403, pause(gate.resolve("/console/api/"), "Ledger"));
        String audited = said.readLine();
        assertTrue(audited.endsWith("audit - local PAUSE Ledger: refused"), audited);
        gateway.destroy();
        assertTrue(gateway.waitFor(90, TimeUnit.SECONDS), "it does not end");
        assertEquals(1, node.registry().nodes().size(), "it has left");
      } finally {
        gateway.destroyForcibly();
      }
    }
  }

  @Test
  void classOfTheUsersSaysWhoMayComeIn() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      String billing = BillingOnly.class.getName();
      ProcessBuilder builder =
          new Processes(redis)
              .launcher("gateway", "--listen", ANY_PORT, "--authenticator", billing);
      builder.environment().put("CALLBOX_CLASSPATH", Path.of("target/test-classes").toString());
      Process gateway = builder.redirectErrorStream(true).start();
      try (BufferedReader said = gateway.inputReader()) {
        URI session = listening(said).resolve("/console/api/session");
        HttpRequest.Builder request = HttpRequest.newBuilder(session);
        assertEquals(401, send(request).statusCode());
        String known = send(request.header("X-Client-Subject", "CN=billing")).body();
        assertTrue(known.contains("\"caller\":\"billing\""), known);
      } finally {
        gateway.destroyForcibly();
      }
    }
  }

  /** Asks the console to pause a service, and returns the status. */
  private static int pause(URI console, String service) throws Exception {
    String body = send(HttpRequest.newBuilder(console.resolve("session"))).body();
    String csrf = body.replaceAll(".*\"csrf\":\"([^\"]*)\".*", "$1");
    String action = "{\"action\":\"PAUSE\",\"target\":\"" + service + "\"}";
    return send(posting(console.resolve("action"), action).header("Callbox-Csrf", csrf))
        .statusCode();
  }

  private static HttpRequest.Builder posting(URI to, String json) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until a gateway says where it is. */
  private static URI listening(BufferedReader said) throws IOException {
    String line = said.readLine();
    assertTrue(line.startsWith("listening on http://127.0.0.1:"), line);
    return URI.create(line.substring("listening on ".length()));
  }
}
