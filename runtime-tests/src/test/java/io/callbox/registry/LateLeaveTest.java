package io.callbox.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.node.RpcNode;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node whose card has ended before it leaves, because its machine was slow. */
@CallboxTest
@Timeout(60)
final class LateLeaveTest {

  @Test
  void nodeWhoseCardHasEndedTakesItselfOffTheList(
      RedisServer redis, Nodes nodes, Namespace namespace) {
    RpcNode node = nodes.start("late", each -> each.lease(Duration.ofMinutes(1)));
    redis.command("DEL", namespace.card("late").key());
    node.close();
    assertEquals("0", redis.command("ZCARD", namespace.nodes().key()));
  }
}
