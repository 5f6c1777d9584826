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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway of the jar, as a process. */
@Timeout(180)
final class GatewayJarIT {

  @Test
  void gatewayListensUntilItIsToldToEnd() throws Exception {
    try (RedisServer redis = RedisServer.start();
        RpcNode node = JarIT.worker(redis)) {
      Process gateway =
          new Processes(redis)
              .jar("gateway", "--listen", "127.0.0.1:0")
              .redirectErrorStream(true)
              .start();
      try (BufferedReader said = gateway.inputReader()) {
        HttpRequest request =
            HttpRequest.newBuilder(listening(said).resolve("/rpc"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Ledger.add\",\"params\":[7,8]}"))
                .build();
        HttpResponse<String> answer =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\"result\":15"), answer.body());
        URI console = request.uri().resolve("/console/api/");
        assertEquals(403, pause(console, "Ledger"));
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
              .launcher("gateway", "--listen", "127.0.0.1:0", "--authenticator", billing);
      builder.environment().put("CALLBOX_CLASSPATH", Path.of("target/test-classes").toString());
      Process gateway = builder.redirectErrorStream(true).start();
      try (BufferedReader said = gateway.inputReader()) {
        URI session = listening(said).resolve("/console/api/session");
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(session);
        assertEquals(
            401, client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        request.header("X-Client-Subject", "CN=billing");
        String known = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(known.contains("\"caller\":\"billing\""), known);
      } finally {
        gateway.destroyForcibly();
      }
    }
  }

  /** Asks the console to pause a service, and returns the status. */
  private static int pause(URI console, String service) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest session = HttpRequest.newBuilder(console.resolve("session")).build();
    String body = client.send(session, HttpResponse.BodyHandlers.ofString()).body();
    String csrf = body.replaceAll(".*\"csrf\":\"([^\"]*)\".*", "$1");
    HttpRequest action =
        HttpRequest.newBuilder(console.resolve("action"))
            .header("Content-Type", "application/json")
            .header("Callbox-Csrf", csrf)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"action\":\"PAUSE\",\"target\":\"" + service + "\"}"))
            .build();
    return client.send(action, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** Waits until a gateway says where it is. */
  private static URI listening(BufferedReader said) throws IOException {
    String line = said.readLine();
    assertTrue(line.startsWith("listening on http://127.0.0.1:"), line);
    return URI.create(line.substring("listening on ".length()));
  }
}
