package io.callbox.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.node.RpcNode;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.junit.Serve;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway in a server of the user's, with callers that the user knows. */
@CallboxTest
final class MountedTest {

  @Serve final LibrarySkeleton library = new LibrarySkeleton(new Shelves());

  private Gateway gateway;
  private Server server;
  private URI rpc;

  @BeforeEach
  void mountGateway(RedisServer redis, Namespace name, RpcNode client) throws Exception {
    assertTrue(client.health().alive());
    String redisUri = redis.uri();
    String namespace = name.prefix().replace(":", "");
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    Authenticator byProxy =
        head -> Optional.ofNullable(head.header("x-forwarded-user")).map(Caller::new);
    Authorizer readers =
        (caller, action, target) -> action == Action.CALL && target.equals("Library.find");
    gateway =
        Gateway.builder()
            .redis(redisUri)
            .namespace(namespace)
            .expose("Library.find", "Library.caller")
            .authenticator(byProxy)
            .authorizer(readers)
            .mount();
    server.setHandler(new ContextHandler(gateway.handler(), "/callbox"));
    server.start();
    rpc = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/callbox/rpc");
  }

  @AfterEach
  void stopThem() throws Exception {
    server.stop();
    gateway.close();
  }

  private String call(String method, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(rpc)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":[1]}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = Http.send(request);
    return response.statusCode() + " " + response.body();
  }

  @Test
  void callersAreWhomTheUserKnowsAndMayWhatTheUserSays() throws Exception {
    assertTrue(call("Library.find", "X-Forwarded-User", "alice").startsWith("200 {\"jsonrpc\""));
    assertEquals("401", call("Library.find").substring(0, 3));
    String denied = call("Library.caller", "X-Forwarded-User", "alice");
    assertTrue(denied.contains("PERMISSION_DENIED"), denied);
    String hidden = call("Library.notes", "X-Forwarded-User", "alice");
    assertTrue(hidden.contains("\"code\":-32601"), hidden);
  }
}
