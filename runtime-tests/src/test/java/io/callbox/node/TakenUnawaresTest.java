package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import io.callbox.testkit.Nodes;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisCommands;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import io.callbox.transport.Worker;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A request in a server's list of which the server knows nothing: the answer to its take was lost.
 */
@CallboxTest
@Timeout(60)
final class TakenUnawaresTest {

  @Test
  void requestTakenUnawaresIsFoundAndRuns(RedisServer redis, Nodes nodes, Namespace namespace) {
    QueueName queue = namespace.service("Arith");
    RpcNode node =
        nodes.start(
            "server",
            settings -> settings.lease(Duration.ofMillis(600)),
            new Arith.Skeleton((a, b) -> a * b));
    try (RedisCommands raw = RedisCommands.to(redis.port());
        Transport transport = RedissonTransport.connect(redis.directUri())) {
      Worker worker = transport.leases().providers(queue).toCompletableFuture().join().get(0);
      assertEquals(node.id(), worker.node());
      raw.push(
          queue.taken(worker).key(),
          "{\"jsonrpc\":\"2.0\",\"id\":\"lost\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
      assertEquals(
          "{\"jsonrpc\":\"2.0\",\"id\":\"lost\",\"result\":56}",
          raw.pop(namespace.reply("server", "lost").key(), 20));
    }
  }
}
