package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.RpcNode;
import io.callbox.node.RpcNodeBuilder;
import io.callbox.testing.Arith;
import io.callbox.testing.Talk;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.memory.InMemoryTransport;
import io.callbox.trial.RecordingListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is there, asked and listened to. */
@Timeout(60)
final class NodeRegistryTest {

  private static final Duration LEASE = Duration.ofMillis(900);

  /** Commands a second of two nodes, those within scripts and Redisson's pings among them. */
  private static final int MOST_IDLE = 20;

  private static RedisServer redis;
  private static RedisCommands raw;
  private final Nodes nodes = new Nodes(NodeRegistryTest::describe);

  @BeforeAll
  static void startRedis() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
  }

  @AfterAll
  static void stopRedis() {
    raw.close();
    redis.close();
  }

  @BeforeEach
  void forget() {
    raw.call("FLUSHALL");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private static RpcNodeBuilder describe(String id) {
    return RpcNode.builder(id).redis(redis.directUri()).lease(LEASE);
  }

  private RpcNode caller(String id) {
    return nodes.start(id);
  }

  private RpcNode provider(String id) {
    return nodes.start(id, arith());
  }

  private static Arith.Skeleton arith() {
    return new Arith.Skeleton((a, b) -> a * b);
  }

  private static List<String> ids(List<NodeInfo> nodes) {
    return nodes.stream().map(NodeInfo::id).toList();
  }

  @Test
  void nodesSayWhatTheyAre() {
    RpcNode asking = caller("asking");
    nodes.start(
        "node-1",
        node -> node.label("zone", "a").version("1.4.2"),
        arith(),
        new Talk.Skeleton(line -> line));
    NodeInfo info = asking.registry().node("node-1").orElseThrow();
    assertEquals(Map.of("zone", "a"), info.labels());
    assertEquals("1.4.2", info.version());
    assertEquals(ProcessHandle.current().pid(), info.place().process());
    assertFalse(info.place().host().isEmpty());
    ServiceInfo talk = info.services().get(1);
    assertEquals("Talk", talk.name());
    assertEquals(List.of("note", "repeat", "say", "sayLater"), talk.methods());
    assertEquals(12, talk.revision().length());
    long redisMillis = Long.parseLong(raw.text("TIME").substring(1, 11)) * 1_000;
    assertTrue(Math.abs(info.startedAt().toEpochMilli() - redisMillis) < 10_000, info::toString);
    assertTrue(asking.registry().node("node-2").isEmpty());
  }

  @Test
  void cardIsJsonThatAnybodyCanRead() {
    provider("node-1");
    String card = raw.text("GET", "registry:node:node-1");
    assertTrue(card.startsWith("{\"node\":\"node-1\",\"incarnation\":\""), card);
    assertTrue(card.contains("\"services\":{\"Arith\":{\"revision\":\""), card);
    assertTrue(raw.number("PTTL", "registry:node:node-1") <= LEASE.toMillis());
    assertEquals("[node-1]", raw.text("ZRANGE", "registry:nodes", "0", "-1"));
  }

  @Test
  void providersAreFoundByService() {
    RpcNode asking = caller("asking");
    provider("b");
    provider("a");
    nodes.start("c", new Talk.Skeleton(line -> line));
    assertEquals(List.of("a", "b"), ids(asking.registry().providersOf("Arith")));
    assertEquals(List.of("c"), ids(asking.registry().providersOf("Talk")));
    assertEquals(List.of(), asking.registry().providersOf("Other"));
    assertEquals(List.of("a", "asking", "b", "c"), ids(asking.registry().nodes()));
  }

  @Test
  void namespacesDoNotSeeEachOther() {
    RpcNode left = nodes.start("a", node -> node.namespace("left"));
    RpcNode right = nodes.start("a", node -> node.namespace("right"));
    assertEquals(1, left.registry().nodes().size());
    assertEquals(1, right.registry().nodes().size());
    assertEquals(1, raw.number("EXISTS", "left:registry:node:a"));
  }

  @Test
  void closedNodeIsGoneAtOnceAndLeavesNoKey() {
    RpcNode asking = caller("asking");
    RecordingListener heard = new RecordingListener();
    asking.registry().listen(heard);
    RpcNode leaving = nodes.start("leaving", arith());
    Await.until("it is up", () -> heard.has("up leaving"));
    leaving.close();
    assertEquals(List.of("asking"), ids(asking.registry().nodes()));
    Await.until("it is down", () -> heard.has("down leaving"));
    asking.close();
    assertEquals("[]", raw.text("KEYS", "*registry*"));
    assertEquals("[]", raw.text("KEYS", "*providers*"));
  }

  @Test
  void listenerHearsFirstWhoIsThereAndThenWhoComesGoesAndChanges() {
    provider("first");
    RpcNode asking = caller("asking");
    RecordingListener heard = new RecordingListener();
    asking.registry().listen(heard);
    Await.until("who is there", () -> heard.here().equals(Set.of("first", "asking")));
    RpcNode second = nodes.start("second");
    Await.until("it is up", () -> heard.has("up second"));
    raw.call("SET", "registry:node:second", cardOf("second", 1), "PX", "60000");
    raw.call("PUBLISH", "registry:events", "look");
    Await.until("it has changed", () -> heard.has("changed second"));
    second.close();
    raw.call("DEL", "registry:node:second");
    Await.until("it is down", () -> heard.has("down second"));
    assertEquals(5, heard.news().size(), heard.news()::toString);
  }

  @Test
  void hintThatGetsLostIsMadeUpForByTheNextLook() {
    RpcNode asking = caller("asking");
    RecordingListener heard = new RecordingListener();
    asking.registry().listen(heard);
    Await.until("it looks", () -> heard.has("up asking"));
    raw.call("SET", "registry:node:silent", cardOf("silent", 1));
    raw.call("ZADD", "registry:nodes", "99999999999999", "silent");
    Await.until("it is seen all the same", () -> heard.has("up silent"));
  }

  @Test
  void nodeSubscribesOnlyWhileItHasListeners() {
    RpcNode asking = caller("asking");
    assertEquals(0, listeners());
    Subscription first = asking.registry().listen(new RecordingListener());
    RecordingListener ended = new RecordingListener();
    Subscription second = asking.registry().listen(ended);
    Await.until("it has subscribed", () -> listeners() == 1);
    second.close();
    second.close();
    int before = ended.news().size();
    caller("unheard"); // who serves hears of pauses and of other versions
    assertEquals(before, ended.news().size());
    first.close();
    Await.until("it has unsubscribed", () -> listeners() == 0);
  }

  private static long listeners() {
    String answer = raw.text("PUBSUB", "NUMSUB", "registry:events");
    return Long.parseLong(answer.substring(answer.indexOf(", ") + 2, answer.length() - 1));
  }

  @Test
  void listenerThatFailsDisturbsNobody() {
    RpcNode asking = caller("asking");
    asking
        .registry()
        .listen(
            new NodeListener() {
              @Override
              public void up(NodeInfo node) {
                throw new IllegalStateException("as it likes");
              }
            });
    RecordingListener heard = new RecordingListener();
    asking.registry().listen(heard);
    provider("other");
    Await.until("the second hears", () -> heard.here().equals(Set.of("asking", "other")));
  }

  @Test
  void cardOfAnotherNodeIsLeftOut() {
    RpcNode asking = caller("asking");
    raw.call("SET", "registry:node:mallory", cardOf("trusted", 1));
    raw.call("ZADD", "registry:nodes", "99999999999999", "mallory");
    assertEquals(List.of("asking"), ids(asking.registry().nodes()));
    assertTrue(asking.registry().node("mallory").isEmpty());
    assertTrue(asking.registry().node("trusted").isEmpty());
  }

  @Test
  void invalidCardIsLeftOut() {
    RpcNode asking = caller("asking");
    raw.call("SET", "registry:node:junk", "junk");
    raw.call("ZADD", "registry:nodes", "99999999999999", "junk");
    raw.call("ZADD", "registry:nodes", "99999999999999", "nothing");
    assertEquals(List.of("asking"), ids(asking.registry().nodes()));
  }

  @Test
  void registryEndsWithItsNode() {
    RpcNode node = nodes.start("brief");
    node.close();
    assertThrows(
        IllegalStateException.class, () -> node.registry().listen(new RecordingListener()));
  }

  @Test
  void idleNodeIsCheap() {
    RpcNode.builder("warm-up").redis(redis.directUri()).start().close();
    try (RpcNode caller = RpcNode.builder("caller").redis(redis.directUri()).start();
        RpcNode server =
            RpcNode.builder("server").redis(redis.directUri()).register(arith()).start()) {
      Await.until("they have started, and are idle", () -> commandsPerSecond(1) < MOST_IDLE);
      long perSecond = commandsPerSecond(4);
      assertTrue(
          perSecond < MOST_IDLE,
          caller.id() + " and " + server.id() + " send " + perSecond + " a second");
    }
  }

  private static long commandsPerSecond(int seconds) {
    long before = commands();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    return (commands() - before) / seconds;
  }

  private static long commands() {
    return raw.text("INFO", "stats")
        .lines()
        .filter(line -> line.startsWith("total_commands_processed:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .sum();
  }

  @Test
  void registryWorksInMemoryToo() {
    InMemoryTransport transport = new InMemoryTransport();
    try (RpcNode asking = RpcNode.builder("asking").transport(transport).start()) {
      RecordingListener heard = new RecordingListener();
      asking.registry().listen(heard);
      RpcNode other = RpcNode.builder("other").transport(transport).register(arith()).start();
      Await.until("it is up", () -> heard.has("up other"));
      assertEquals(List.of("other"), ids(asking.registry().providersOf("Arith")));
      other.close();
      Await.until("it is down", () -> heard.has("down other"));
      assertEquals(List.of("asking"), ids(asking.registry().nodes()));
    }
  }

  static String cardOf(String node, long process) {
    return "{\"node\":\"%s\",\"incarnation\":\"other\",\"host\":\"elsewhere\",\"process\":%d,\"startedAt\":1,\"more\":[]}"
        .formatted(node, process);
  }
}
