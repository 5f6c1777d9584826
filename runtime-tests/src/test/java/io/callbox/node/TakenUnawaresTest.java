package io.callbox.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.testing.Arith;
import io.callbox.testing.RawRedis;
import io.callbox.testing.RedisProcess;
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
@Timeout(60)
final class TakenUnawaresTest {

  @Test
  void requestTakenUnawaresIsFoundAndRuns() {
    QueueName queue = Namespace.NONE.service("Arith");
    try (RedisProcess redis = RedisProcess.start();
        RawRedis raw = RawRedis.of(redis);
        RpcNode node =
            RpcNode.builder("server")
                .redis(redis.uri())
                .lease(Duration.ofMillis(600))
                .register(new Arith.Skeleton((a, b) -> a * b))
                .start();
        Transport transport = RedissonTransport.connect(redis.uri())) {
      Worker worker = transport.leases().providers(queue).toCompletableFuture().join().get(0);
      assertEquals(node.id(), worker.node());
      raw.push(
          queue.taken(worker).key(),
          "{\"jsonrpc\":\"2.0\",\"id\":\"lost\",\"method\":\"Arith.multiply\",\"params\":[7,8]}");
      assertEquals(
          "{\"jsonrpc\":\"2.0\",\"id\":\"lost\",\"result\":56}", raw.pop("nodes:server:lost", 20));
    }
  }
}
