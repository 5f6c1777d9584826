package io.callbox.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes wrong at a node over a real Redis, each in a meter of its own. */
@CallboxTest
final class NodeMetersTest {

  private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();
  private static final CountDownLatch GO_ON = new CountDownLatch(1);

  private static RpcNode server;
  private static RpcNode client;
  private static String inbox;

  @BeforeAll
  static void start(Nodes nodes, Namespace namespace) {
    inbox = namespace.inbox("server").key();
    server =
        nodes.start(
            "server",
            node -> node.lease(Duration.ofMillis(900)).concurrency(1),
            new Talk.Skeleton(NodeMetersTest::say));
    client = nodes.client();
    new NodeMeters(server).bindTo(REGISTRY);
    new NodeMeters(client).bindTo(REGISTRY);
  }

  @AfterAll
  static void stop() {
    GO_ON.countDown();
  }

  private static String say(String line) {
    if (line.equals("wait")) {
      Await.latch(GO_ON);
    }
    return line;
  }

  private static double count(String name, RpcNode node) {
    return REGISTRY.get("callbox.node." + name).tag("node", node.id()).functionCounter().count();
  }

  private static double ofInbox(String name) {
    return REGISTRY.get("callbox.queue." + name).tag("queue", inbox).gauge().value();
  }

  private static String request(String method, String rest) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"by-hand\",\"method\":\"%s\",\"params\":[\"x\"]%s}"
        .formatted(method, rest);
  }

  @Test
  void requestWhoseTimeIsOverIsCounted(RedisServer redis) {
    redis.command("LPUSH", inbox, request("Talk.say", ",\"deadline\":1"));
    Await.until("it is counted", () -> count("expired", server) == 1);
  }

  @Test
  void requestsOfTheDeadAreCountedByWhatBecomesOfThem(RedisServer redis, Namespace namespace) {
    String talk = '{' + namespace.service("Talk").key() + '}';
    redis.command("LPUSH", talk + ":taken:dead:1", request("Talk.say", ""));
    redis.command("LPUSH", talk + ":taken:dead:1", request("Talk.repeat", ""));
    redis.command("ZADD", talk + ":providers", "1", "dead:1");
    Await.until("one is put back", () -> count("redelivered", server) == 1);
    Await.until("one is given up", () -> count("givenup", server) == 1);
  }

  @Test
  void replyThatNobodyWaitsForIsCounted(RedisServer redis, Namespace namespace) {
    String nobody = namespace.inbox("nobody").key();
    CompletableFuture<String> call =
        new Talk.Stub(client.channelTo("nobody").waitForProvider()).sayAsync("x");
    Await.until("it waits", () -> redis.command("LLEN", nobody).equals("1"));
    Matcher replyTo =
        Pattern.compile("\"replyTo\":\"([^\"]+)\"").matcher(redis.command("LINDEX", nobody, "0"));
    assertTrue(replyTo.find());
    redis.command(
        "LPUSH", replyTo.group(1), "{\"jsonrpc\":\"2.0\",\"id\":\"nobody\",\"result\":1}");
    Await.until("it is counted", () -> count("late", client) == 1);
    assertEquals(0, count("late", server));
    call.cancel(true);
  }

  @Test
  void queueIsMeasuredByItsLengthAndItsOldest() {
    Talk.Stub talk = new Talk.Stub(client.channelTo("server"));
    for (int call = 0; call < 3; call++) {
      talk.sayAsync("wait");
    }
    // the two behind the first may have left together, as one element
    Await.until("two wait", () -> ofInbox("length") >= 1 && ofInbox("oldest") > 0);
    assertTrue(ofInbox("length") <= 2);
    GO_ON.countDown();
    Await.until("none waits", () -> ofInbox("length") == 0 && ofInbox("oldest") == 0);
  }

  @Test
  void commandsAreCountedAsTheyAreSent() {
    double before = count("commands", client);
    new Talk.Stub(client.channelTo("server")).repeat("x");
    assertTrue(count("commands", client) >= before + 1);
  }
}
