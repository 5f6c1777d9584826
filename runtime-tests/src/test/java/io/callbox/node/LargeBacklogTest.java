package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testkit.process.NodeProcess;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.trial.EchoProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More bytes of legal messages wait than a node has memory for. */
@Timeout(240)
@Tag("drill")
final class LargeBacklogTest {

  private static final int HEAP_MEGABYTES = 32;
  private static final int COUNT = 40;
  private static final int PARTS = 4;
  private static final String LARGE = "x".repeat(900 << 10);

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
  void backlogOfLargeRequestsIsServedToTheEnd() {
    fill("services:Echo");
    whileServed(this::awaitReplies);
    assertEquals(0, commands.number("LLEN", "services:Echo"));
  }

  @Test
  void nodeWithLittleMemoryTakesOverFromADeadNode() {
    fill("{services:Echo}:taken:dead:1");
    commands.call("ZADD", "{services:Echo}:providers", "1", "dead:1");
    whileServed(
        () -> {
          awaitReplies();
          Await.until(
              "it is seen to",
              () -> commands.number("ZCOUNT", "{services:Echo}:providers", "-inf", "1") == 0);
        });
    assertEquals(0, commands.number("LLEN", "{services:Echo}:taken:dead:1"));
    assertEquals(COUNT, commands.number("LLEN", "{services:Echo}:dead"));
  }

  private void whileServed(Runnable check) {
    NodeProcess node = EchoProcess.start(redis, "small", HEAP_MEGABYTES);
    try {
      check.run();
    } finally {
      node.close();
    }
  }

  private void fill(String list) {
    for (int number = 0; number < COUNT; number++) {
      commands.push(
          list,
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"Echo.echo\",\"replyTo\":\"replies:gone:1\",\"params\":[\"%s\"]}"
              .formatted(number, LARGE));
    }
  }

  /** On a busy machine, all of them take longer than a wait may. */
  private void awaitReplies() {
    for (int part = 1; part <= PARTS; part++) {
      int so = COUNT * part / PARTS;
      Await.until(so + " are answered", () -> commands.number("LLEN", "replies:gone:1") >= so);
    }
    assertEquals(COUNT, commands.number("LLEN", "replies:gone:1"));
  }
}
