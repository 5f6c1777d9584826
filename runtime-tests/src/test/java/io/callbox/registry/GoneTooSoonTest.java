package io.callbox.registry;

import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.testkit.time.Await;
import io.callbox.transport.Namespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node whose card ended before its lease: it started slowly, and died before its first beat. */
@CallboxTest
@Timeout(60)
final class GoneTooSoonTest {

  @Test
  void nodeIsNotForgottenBeforeItsLeaseHasEnded(
      RedisServer redis, Nodes nodes, Namespace namespace) {
    String inbox = namespace.inbox("dead").key();
    long now = System.currentTimeMillis();
    redis.command("ZADD", namespace.nodes().key(), "" + (now + 200), "dead");
    redis.command("ZADD", '{' + inbox + "}:providers", "" + (now + 2_000), "dead:1");
    redis.command(
        "LPUSH",
        '{' + inbox + "}:taken:dead:1",
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
    nodes.start(
        "live", node -> node.lease(Duration.ofMillis(600)), new Arith.Skeleton((a, b) -> a * b));
    String answer = namespace.reply("dead", "1").key();
    Await.until("its caller is told", () -> redis.command("LLEN", answer).equals("1"));
  }
}
