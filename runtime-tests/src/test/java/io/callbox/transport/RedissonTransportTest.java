package io.callbox.transport;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.redisson.RedissonTransport;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

final class RedissonTransportTest {

  private static RedisServer redis;
  private static RedissonTransport transport;

  @BeforeAll
  static void start() {
    redis = RedisServer.start();
    transport = RedissonTransport.connect(redis.directUri());
  }

  @AfterAll
  static void stop() {
    transport.close();
    redis.close();
  }

  @Nested
  final class OnReceive extends TransportContract {

    @Override
    Transport transport() {
      return transport;
    }

    @Override
    QueueConsumer consume(List<QueueName> sources) {
      return transport.consume(sources);
    }

    /** All messages of a pop come as one answer. */
    @Override
    int takenBlindly() {
      return 32;
    }
  }

  @Nested
  final class OnAnswer extends TransportContract {

    @Override
    Transport transport() {
      return transport;
    }

    @Override
    QueueConsumer consume(List<QueueName> sources) {
      return transport.consume(sources, new Worker("worker", "1"));
    }
  }
}
