package io.callbox.gateway;

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
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Methods that give streams, answered by events. */
@CallboxTest
final class StreamEventsTest {

  private static final Shelves SHELVES = new Shelves();
  private static final String[] EVENTS = {"Accept", "application/json, text/event-stream"};

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(SHELVES);

  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    assertFalse(client.registry().providersOf("Library").isEmpty());
    gateway = Gateways.on(redis, namespace).listen("127.0.0.1:0").start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  private static String browse(String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"Library.browse\",\"params\":" + params + "}";
  }

  @Test
  void itemsComeAsEventsAndThenTheResponse() throws Exception {
    HttpResponse<String> response = http.post("/rpc", browse("[2,false]"), EVENTS);
    assertEquals(200, response.statusCode());
    assertEquals("text/event-stream", response.headers().firstValue("content-type").orElse(""));
    assertEquals(
        """
        : open

        event: item
        data: {"number":0,"title":"Number 0"}

        event: item
        data: {"number":1,"title":"Number 1"}

        event: end
        data: {"jsonrpc":"2.0","id":7,"result":null}

        """,
        response.body());
  }

  @Test
  void failureIsTheLastEventAfterAllItems() throws Exception {
    String body = http.post("/rpc", browse("[40,true]"), EVENTS).body();
    assertEquals(39, body.split("event: item", -1).length - 1, body);
    String end = body.substring(body.indexOf("event: end"));
    assertTrue(end.contains("\"id\":7,\"error\":{\"code\":-32000,"), end);
  }

  @Test
  void streamHasToEndInTime() throws Exception {
    String body =
        Http.send(
                http.posting("/rpc", browse("[2000000000,false]"))
                    .headers(EVENTS)
                    .header("Callbox-Timeout", "3s"))
            .body();
    assertTrue(body.substring(body.lastIndexOf("event: ")).contains("DEADLINE_EXCEEDED"), body);
  }

  @Test
  void readerThatLeavesEndsTheStream() throws Exception {
    int before = SHELVES.browsed.get();
    HttpResponse<InputStream> response =
        Http.CLIENT.send(
            http.posting("/rpc", browse("[2000000000,false]")).headers(EVENTS).build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertEquals(": open", lines.readLine());
      assertEquals("", lines.readLine());
      assertEquals("event: item", lines.readLine());
    }
    Waiting.until(() -> SHELVES.browsed.get() > before);
  }

  @Test
  void streamIsRefusedToWhoTakesNoEventsAndInABatch() throws Exception {
    for (String body : new String[] {browse("[1,false]"), "[" + browse("[1,false]") + "]"}) {
      String response = http.post("/rpc", body).body();
      assertTrue(response.contains("-32600") && response.contains("event-stream"), response);
    }
    String response = http.post("/rpc", "[" + browse("[1,false]") + "]", EVENTS).body();
    assertTrue(response.contains("-32600"), response);
  }

  @Test
  void clientThatAcceptsEventsGetsOneResponseFromOtherMethods() throws Exception {
    HttpResponse<String> response =
        http.post(
            "/rpc",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.same\",\"params\":[5]}",
            EVENTS);
    assertEquals("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}", response.body());
    String unknown = http.post("/rpc", browse("[]").replace("browse", "burn"), EVENTS).body();
    assertTrue(unknown.contains("-32601"), unknown);
  }
}
