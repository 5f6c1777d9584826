package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Text that was cut within a character, which UTF-8 cannot hold but an escape can. */
@CallboxTest
final class HalfCharacterTest {

  private static final String HALF = "cut \\ud83d";
  private static final String SHELVED = "\"title\":\"" + HALF + '"';
  private static final String ARRANGE =
      """
      {"jsonrpc":"2.0","id":%d,"method":"Library.arrange",
       "params":[{"@type":"Row","parts":[]},"%s"]}""";

  @Serve static final LibrarySkeleton LIBRARY = new LibrarySkeleton(new Shelves());

  private static Gateway gateway;
  private static Http http;

  @BeforeAll
  static void startGateway(RedisServer redis, Namespace namespace, RpcNode client)
      throws Exception {
    assertTrue(client.health().alive());
    gateway = Gateways.on(redis, namespace).listen("127.0.0.1:0").start();
    http = new Http(gateway);
    Waiting.untilContractIsKnown(http);
  }

  @AfterAll
  static void closeGateway() {
    gateway.close();
  }

  @Test
  void argumentAndResultKeepIt() throws Exception {
    HttpResponse<String> answer = http.post("/rpc", ARRANGE.formatted(1, HALF));
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(SHELVED), answer.body());
  }

  @Test
  void otherAnswersOfABatchAreNotLost() throws Exception {
    String whole = "cut \ud83d\ude00";
    HttpResponse<String> answer =
        http.post(
            "/rpc", '[' + ARRANGE.formatted(1, HALF) + ',' + ARRANGE.formatted(2, whole) + ']');
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(SHELVED), answer.body());
    assertTrue(answer.body().contains(whole), answer.body());
  }

  @Test
  void argumentAndResultOfAToolKeepIt() throws Exception {
    HttpResponse<String> answer =
        http.post(
            "/mcp",
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"Library_arrange",
             "arguments":{"part":{"@type":"Row","parts":[]},"note":"%s"}}}"""
                .formatted(HALF),
            "Accept",
            "application/json, text/event-stream");
    assertEquals(200, answer.statusCode(), answer.body());
    String text = SHELVED.replace("\\", "\\\\").replace("\"", "\\\"");
    assertTrue(answer.body().contains(text), answer.body());
  }
}
