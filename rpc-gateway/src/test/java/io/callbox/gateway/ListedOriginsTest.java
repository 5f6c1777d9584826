package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages of origins that are listed may call, and see only what they show a token for. */
@CallboxTest
final class ListedOriginsTest {

  private static final String SHOP = "https://shop.example";
  private static final String SESSION = "/console/api/session";

  @Serve final LibrarySkeleton library = new LibrarySkeleton(new Shelves());

  @Test
  void pageThatShowsNoTokenSeesNothingOfTheConsole(
      RedisServer redis, Namespace namespace, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    Authenticator loopback = Authenticator.loopback();
    Authenticator both =
        head ->
            "Bearer of-alice".equals(head.header("authorization"))
                ? Optional.of(new Caller("alice"))
                : loopback.authenticate(head);
    try (Gateway gateway =
        Gateways.on(redis, namespace)
            .allowOrigin(SHOP)
            .authenticator(both)
            .listen("127.0.0.1:0")
            .start()) {
      Http http = new Http(gateway);
      String find = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Library.find\",\"params\":[1]}";
      assertEquals(200, http.post("/rpc", find, "Origin", SHOP).statusCode());
      assertEquals(403, http.get(SESSION, "Origin", SHOP).statusCode());
      assertEquals(403, http.get("/console/api/dead?service=Library", "Origin", SHOP).statusCode());
      assertEquals(200, http.get(SESSION).statusCode());
      assertEquals(200, http.get(SESSION, "Origin", http.uri("").toString()).statusCode());
      String token = "Bearer of-alice";
      assertEquals(200, http.get(SESSION, "Origin", SHOP, "Authorization", token).statusCode());
    }
  }
}
