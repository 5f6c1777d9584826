package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each part of a Redis URI, with a real Redis of eight databases and users. */
@Timeout(60)
final class RedisUriTest {

  private static final String PASSWORD = "p/a@s+s";

  private static RedisServer redis;

  @BeforeAll
  static void start() {
    redis = RedisServer.start("--databases", "8");
    redis.command("ACL", "SETUSER", "u", "on", ">" + PASSWORD, "~*", "&*", "+@all");
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  private static RpcNode node(String id, String uri) {
    return RpcNode.builder(id).redis(uri).start();
  }

  private static String uri(String userInfo) {
    return redis.directUri().replace("//", "//" + userInfo + "@");
  }

  @Test
  void nodesMeetInTheDatabaseThatTheirUriNames() {
    try (RpcNode server =
            RpcNode.builder("server")
                .redis(redis.directUri() + "/5")
                .register(new Arith.Skeleton((a, b) -> a * b))
                .start();
        RpcNode same = node("same", redis.directUri() + "/5");
        RpcNode other = node("other", redis.directUri() + "/4");
        RedisCommands raw = RedisCommands.to(redis.port())) {
      assertEquals(56, new Arith.Stub(same.channelToAny()).multiply(7, 8));
      assertEquals(1, other.registry().nodes().size());
      RpcException nobody =
          assertThrows(
              RpcException.class, () -> new Arith.Stub(other.channelToAny()).multiply(7, 8));
      assertEquals(StatusCode.UNAVAILABLE, nobody.code());
      raw.call("SELECT", "5");
      assertEquals(1, raw.number("EXISTS", "registry:node:" + server.id()));
      raw.call("SELECT", "0");
      assertEquals(0, raw.number("EXISTS", "registry:nodes"));
    }
  }

  @Test
  void passwordMayContainWhatDividesTheRestOfTheUri() {
    for (String userInfo : List.of("u:" + PASSWORD, "u:p%2Fa%40s%2Bs")) {
      assertDoesNotThrow(() -> node("n", uri(userInfo)).close(), userInfo);
    }
  }

  /** Together, as Redisson tries for seconds before it gives up. */
  @Test
  void firstLineSaysWhatRedisDoesNotAcceptAndNobodyLearnsThePassword() {
    String wrong = "wr/o@ng";
    Map<String, String> reasons =
        Map.of(
            uri("u:" + wrong),
            "does not accept the user and password of its URI",
            uri("u:" + wrong) + "/5",
            "does not accept the user and password of its URI",
            uri(wrong),
            "called without any password configured",
            redis.directUri() + "/99",
            "has no database 99");
    Stream<CompletableFuture<Void>> tries =
        reasons.entrySet().stream()
            .map(
                each ->
                    CompletableFuture.runAsync(
                        () -> fails(each.getKey(), each.getValue()),
                        task -> new Thread(task).start()));
    CompletableFuture.allOf(tries.toArray(CompletableFuture<?>[]::new)).join();
  }

  private static void fails(String uri, String reason) {
    RpcException failure = assertThrows(RpcException.class, () -> node("n", uri));
    assertEquals(StatusCode.UNAVAILABLE, failure.code());
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    String firstLine = trace.toString().lines().findFirst().orElse("");
    assertTrue(firstLine.contains(reason), firstLine);
    assertFalse(trace.toString().contains("wr/o"), trace.toString());
    assertFalse(trace.toString().contains("@ng"), trace.toString());
  }
}
