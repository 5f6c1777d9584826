package io.callbox.deadletter;

import io.callbox.testkit.redis.RedisServer;
import io.callbox.transport.Transport;
import io.callbox.transport.redisson.RedissonTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisDeadLettersTest extends DeadLettersContract {

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

  @Override
  Transport transport() {
    return transport;
  }
}
