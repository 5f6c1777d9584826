package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.Tasks;
import io.callbox.trial.TasksProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node of a generated name dies, and no node of that name ever comes again. */
@Timeout(60)
final class LeftBehindTest {

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int LONG = 60_000;

  @TempDir Path folder;
  private RedisServer redis;
  private RedisCommands commands;

  @BeforeEach
  void start() {
    redis = RedisServer.start();
    commands = RedisCommands.to(redis.port());
  }

  @AfterEach
  void stop() {
    commands.close();
    redis.close();
  }

  @Test
  void everythingThatTheLastNodeLeavesHasAnEnd() {
    leave();
    List<String> keys = commands.texts("KEYS", "*");
    assertTrue(keys.size() > 5, keys::toString);
    for (String key : keys) {
      assertTrue(commands.number("PTTL", key) > 0, key);
    }
    assertTrue(commands.number("PTTL", "registry:nodes") > DAY, "newcomers see who has been there");
  }

  @Test
  void nodeOfAnotherNameSeesToItAndLetsTheRestEnd() {
    leave();
    commands.push("nodes:pod-a", request("waits"));
    RpcNode other =
        RpcNode.builder("pod-b")
            .redis(redis.directUri())
            .lease(Duration.ofMillis(900))
            .register(new Tasks.Skeleton((method, number, millis) -> number))
            .start();
    try (other) {
      for (String id : List.of("own", "shared")) {
        Await.until(id, () -> commands.number("LLEN", "replies:gone:" + id) == 1);
      }
      Await.until("it is forgotten", () -> commands.number("ZCARD", "registry:nodes") == 1);
    }
    assertEquals(List.of(), commands.texts("KEYS", "*:taken:*"));
    assertEquals(List.of(), commands.texts("KEYS", "*:providers"));
    for (String key : commands.texts("KEYS", "*")) {
      assertTrue(commands.number("PTTL", key) > 0, key);
    }
    assertEquals(1, commands.number("LLEN", "nodes:pod-a"));
  }

  /** With a request in its hands from its inbox, and one from a queue of others. */
  private void leave() {
    NodeProcess dying = TasksProcess.start(redis, "pod-a", folder.resolve("runs"));
    try {
      commands.push("nodes:pod-a", request("own"));
      commands.push("services:Tasks", request("shared"));
      Await.until("both are taken", () -> commands.texts("KEYS", "*:taken:*").size() == 2);
      Await.until(
          "its heart has beaten since",
          () ->
              commands.texts("KEYS", "*:taken:*").stream()
                  .allMatch(key -> commands.number("PTTL", key) > 0));
    } finally {
      dying.close();
    }
  }

  private static String request(String id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"Tasks.once\",\"replyTo\":\"replies:gone:%s\",\"params\":[%d,%d]}"
        .formatted(id, id, Tasks.ALWAYS_LONG, LONG);
  }
}
