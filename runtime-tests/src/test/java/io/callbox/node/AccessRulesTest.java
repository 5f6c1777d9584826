package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.registry.NodeInfo;
import io.callbox.registry.NodeListener;
import io.callbox.testing.Arith;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code docs/security.md}: with them everything works, and nothing else does. */
@Timeout(60)
final class AccessRulesTest {

  private static RedisServer redis;
  private static RpcNode caller;
  private static RpcNode worker;

  @BeforeAll
  static void start() throws IOException {
    redis = RedisServer.start();
    AccessRules.define(redis, "caller");
    AccessRules.define(redis, "worker");
    caller = RpcNode.builder("caller").redis(AccessRules.uri(redis, "caller")).start();
    worker =
        RpcNode.builder("worker")
            .redis(AccessRules.uri(redis, "worker"))
            .lease(Duration.ofMillis(1_500))
            .register(new Arith.Skeleton((a, b) -> a * b))
            .start();
  }

  @AfterAll
  static void stop() {
    caller.close();
    worker.close();
    redis.close();
  }

  @BeforeEach
  void forgetRefusals() {
    redis.command("ACL", "LOG", "RESET");
  }

  @Test
  void noRuleForANameIsARuleForLongerNames() throws IOException {
    Matcher pattern =
        Pattern.compile("[~&](\\S*\\w\\*\\S*)").matcher(Files.readString(AccessRules.PAGE));
    assertFalse(pattern.find(), () -> pattern.group(1));
  }

  @Test
  void callsAreServedAndNothingThatNodesDoIsRefused() {
    assertEquals(56, new Arith.Stub(caller.channelToAny()).multiply(7, 8));
    assertEquals(56, new Arith.Stub(caller.channelTo("worker")).multiply(7, 8));
    assertEquals(1, caller.registry().providersOf("Arith").size());
    List<String> heard = new CopyOnWriteArrayList<>();
    NodeListener listener =
        new NodeListener() {
          @Override
          public void up(NodeInfo node) {
            heard.add(node.id());
          }
        };
    caller.registry().listen(listener);
    worker.registry().listen(listener);
    Await.until("both hear of both", () -> heard.size() == 4);
    assertTrue(
        new Arith.Stub(caller.channelToAny()).multiplyAsync(1, 1).thenApply(x -> true).join());
    callTogether(200);
    redis.command("ZADD", "{services:Arith}:providers", "1", "dead:1");
    redis.command(
        "LPUSH",
        "{services:Arith}:taken:dead:1",
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8],"
            + "\"replyTo\":\"replies:gone:1\"}");
    redis.command(
        "LPUSH",
        "services:Arith",
        "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"method\":\"Arith.multiply\",\"params\":[7,8],"
            + "\"deadline\":99999999999999}");
    Await.until("run", () -> redis.command("LLEN", "nodes:worker:2").equals("1"));
    Await.until("recovered", () -> redis.command("LLEN", "replies:gone:1").equals("1"));
    String refused = redis.command("ACL", "LOG");
    assertEquals("[]", refused);
  }

  @Test
  void spreadServiceIsServedAndNothingOfThatIsRefused() {
    redis.command("HSET", "{registry:nodes}:shards", "Arith", "{\"shards\":2,\"most\":3}");
    QueueName former = Namespace.NONE.shards("Arith", 3).get(2);
    Await.until(
        "all are taken from", () -> redis.command("ZCARD", former.providers().key()).equals("1"));
    redis.command("ZADD", former.providers().key(), "1", "dead:1");
    redis.command(
        "LPUSH",
        former.taken(new Worker("dead", "1")).key(),
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8],"
            + "\"replyTo\":\"replies:gone:2\"}");
    Await.until("recovered", () -> redis.command("LLEN", "replies:gone:2").equals("1"));
    Await.until("the caller has pushed there", AccessRulesTest::isPushedToOther);
    assertEquals("[]", redis.command("ACL", "LOG"));
    redis.command("DEL", "{registry:nodes}:shards");
  }

  private static boolean isPushedToOther() {
    callTogether(200);
    return !redis.command("KEYS", "{services:Arith:*}:pushed:caller:*").equals("[]");
  }

  /** What is taken together is acknowledged together. */
  private static void callTogether(int count) {
    Arith.Stub stub = new Arith.Stub(caller.channelToAny());
    List<CompletableFuture<Integer>> calls = new ArrayList<>();
    for (int call = 0; call < count; call++) {
      calls.add(stub.multiplyAsync(call, 2));
    }
    for (int call = 0; call < count; call++) {
      assertEquals(2 * call, calls.get(call).join());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RPOP services:Arith",
        "LRANGE services:Arith 0 -1",
        "BLMPOP 1 1 nodes:worker RIGHT",
        "LRANGE {services:Arith}:taken:worker:1 0 -1",
        "BLMPOP 1 1 replies:other:1 RIGHT",
        "LPUSH replies:other:1 {}",
        "ZADD {services:Arith}:providers 1 caller:1",
        "ZREM {services:Arith}:providers worker:1",
        "BLMPOP 1 1 replies:caller2:1 RIGHT",
        "GET {services:Arith}:pushed:caller2:1:n",
        "SET {services:Arith}:pushed:caller2:1:n 1000:1",
        "SET {nodes:worker}:pushed:caller2:1:n 1000:1",
        "DEL registry:node:caller2",
        "SET other 1",
        "GET other",
        "SET registry:node:worker {}",
        "KEYS *",
        "FLUSHALL",
        "CONFIG GET *",
        "SUBSCRIBE rpc:cancelled",
        "PUBLISH other 1"
      })
  void callerMayNot(String command) {
    assertRefused("caller", command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RPOP services:Other",
        "LPUSH services:Other {}",
        "BLMOVE nodes:other {nodes:other}:taken:worker:1 RIGHT LEFT 1",
        "BLMOVE services:Arith2 {services:Arith2}:taken:worker:1 RIGHT LEFT 1",
        "RPOP nodes:worker2",
        "LPUSH nodes:worker2:1 {}",
        "BLMPOP 1 1 replies:worker2:1 RIGHT",
        "LRANGE replies:caller:1 0 -1",
        "RPOP replies:caller:1",
        "BLMPOP 1 1 replies:caller:1 RIGHT",
        "ZADD {services:Other}:providers 1 worker:1",
        "SET other 1",
        "KEYS *",
        "FLUSHALL",
        "PUBLISH rpc:cancelled 1"
      })
  void workerMayNot(String command) {
    assertRefused("worker", command);
  }

  @Test
  void scriptMayNotWhatItsSenderMayNot() {
    String pop = "return redis.call('RPOP', KEYS[1])";
    try (RedisCommands connection = RedisCommands.to(redis.port())) {
      connection.call("AUTH", "caller", "secret");
      String hash = connection.text("SCRIPT", "LOAD", pop);
      refused(connection, "EVALSHA", hash, "1", "services:Arith");
      refused(connection, "EVALSHA", hash, "1", "replies:other:1");
    }
  }

  private static void assertRefused(String user, String command) {
    try (RedisCommands connection = RedisCommands.to(redis.port())) {
      connection.call("AUTH", user, "secret");
      refused(connection, command.split(" "));
    }
  }

  private static void refused(RedisCommands connection, String... command) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> connection.call(command));
    String reason = String.valueOf(refusal.getMessage());
    assertTrue(reason.contains("NOPERM") || reason.contains("user executing the script"), reason);
  }
}
