package io.callbox.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.rpc.RpcException;
import io.callbox.testkit.junit.CallboxTest;
import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mistake in what receives messages costs these messages, and none that come later. */
@CallboxTest
@Timeout(60)
final class ThrowingReceiverTest {

  private static final Duration WAIT = Duration.ofSeconds(10);

  private final QueueName queue = new QueueName("services:Throwing" + System.nanoTime());

  @Test
  void takeFailsAtOnceAndTheNextOneTakes(RedisServer redis) throws Exception {
    try (RedissonTransport transport = RedissonTransport.connect(redis.uri());
        QueueConsumer consumer = transport.consume(List.of(queue))) {
      for (int mistake = 0; mistake < 5; mistake++) {
        redis.command("LPUSH", queue.key(), "a message");
        RpcException failure =
            assertThrows(
                RpcException.class,
                () ->
                    consumer.take(
                        10,
                        WAIT,
                        taken -> {
                          throw new IllegalStateException("a mistake");
                        }));
        assertTrue(String.valueOf(failure.getMessage()).contains("a mistake"), failure::toString);
      }
      redis.command("LPUSH", queue.key(), "a message");
      assertEquals(1, consumer.take(1, WAIT, taken -> {}));
    }
  }
}
