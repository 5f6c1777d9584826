package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.node.AccessRules;
import io.callbox.node.RpcNode;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.RecordingListener;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it costs Redis that somebody listens who is there. */
@Timeout(60)
final class RegistryCostTest {

  private static final int CROWD = 200;

  private final RecordingListener heard = new RecordingListener();
  private RedisServer redis;
  private RedisCommands raw;
  private RpcNode listening;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    raw = RedisCommands.to(redis.port());
    for (int node = 0; node < CROWD; node++) {
      appear("n" + node);
    }
    listening =
        RpcNode.builder("listening").redis(redis.directUri()).lease(Duration.ofMillis(600)).start();
    listening.registry().listen(heard);
    Await.until("it has heard of all", () -> heard.here().size() == CROWD + 1);
  }

  @AfterEach
  void stop() {
    listening.close();
    raw.close();
    redis.close();
  }

  /** A node that says nothing on the channel of hints. */
  private void appear(String node) {
    raw.call("SET", "registry:node:" + node, card(node));
    raw.call("ZADD", "registry:nodes", "99999999999999", node);
  }

  private static String card(String node) {
    return "{\"node\":\"%s\",\"incarnation\":\"1\",\"host\":\"h\",\"process\":1,\"startedAt\":1,\"labels\":{},\"services\":{}}"
        .formatted(node);
  }

  private long calls(String command) {
    Matcher calls =
        Pattern.compile("cmdstat_" + command + ":calls=(\\d+)")
            .matcher(raw.text("INFO", "commandstats"));
    return calls.find() ? Long.parseLong(calls.group(1)) : 0;
  }

  private void awaitLooks(int looks) {
    long before = calls("zcount");
    Await.until("it looks", () -> calls("zcount") >= before + looks);
  }

  @Test
  void listenerReadsNoCardsWhileNothingChanges() {
    awaitLooks(1);
    long read = calls("mget");
    awaitLooks(8);
    assertEquals(read, calls("mget"));
    assertEquals(CROWD + 1, heard.news().size());
  }

  @Test
  void nodeThatComesOrGoesWithoutAWordIsCounted() {
    appear("silent");
    Await.until("it is up", () -> heard.has("up silent"));
    raw.call("ZREM", "registry:nodes", "n7");
    Await.until("it is down", () -> heard.has("down n7"));
    assertTrue(heard.here().containsAll(Set.of("silent", "n8", "listening")));
  }

  @Test
  void nodeThatIsNamedIsReadAlone() {
    awaitLooks(1);
    long listed = bytesSent();
    raw.call("SET", "registry:node:n3", card("n3").replace("\"1\"", "\"2\""));
    raw.call("PUBLISH", "registry:events", "{\"event\":\"up\",\"node\":\"n3\"}");
    Await.until("it has changed", () -> heard.has("changed n3"));
    appear("named");
    raw.call("PUBLISH", "registry:events", "{\"event\":\"up\",\"node\":\"named\"}");
    Await.until("it is up", () -> heard.has("up named"));
    assertTrue(bytesSent() - listed < CROWD * 100L, "all cards were read");
  }

  private long bytesSent() {
    Matcher bytes =
        Pattern.compile("total_net_output_bytes:(\\d+)").matcher(raw.text("INFO", "stats"));
    assertTrue(bytes.find());
    return Long.parseLong(bytes.group(1));
  }

  @Test
  void nodesThatChangePlacesWithoutAWordAreSeenInTheEnd() {
    awaitLooks(1);
    raw.call("ZREM", "registry:nodes", "n7");
    raw.call("SET", "registry:node:instead", card("instead"));
    raw.call(
        "EVAL",
        "redis.call('ZADD', KEYS[1], 99999999999999, 'instead') redis.call('ZREM', KEYS[1], 'n8')",
        "1",
        "registry:nodes");
    raw.call("ZADD", "registry:nodes", "99999999999999", "n7");
    Await.until("they are seen", () -> heard.has("up instead") && heard.has("down n8"));
  }

  @Test
  void userWhoMayNotCountReadsAllAsBefore() {
    String uri = AccessRules.allowAllBut(redis, "old", "-zcount");
    RecordingListener second = new RecordingListener();
    try (RpcNode old = RpcNode.builder("old").redis(uri).lease(Duration.ofMillis(600)).start()) {
      old.registry().listen(second);
      Await.until("it hears of all", () -> second.here().size() == CROWD + 2);
      appear("silent");
      Await.until("it is up", () -> second.has("up silent"));
    }
  }
}
