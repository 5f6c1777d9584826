package io.callbox.transport.redisson;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.Config;

/**
 * A Redisson client with no more threads and connections than a node needs. Redisson's own defaults
 * are 48 threads and 25 connections.
 */
final class LeanClient {

  private static final int NETTY_THREADS = 2;
  private static final int CALLBACK_THREADS = 2;

  /** Made as they are needed: each queue that is waited for has one, so a node of many services. */
  private static final int MAX_CONNECTIONS = 512;

  /**
   * How often a connection that waits for nothing is tried. One that was cut without a word, as by
   * a firewall that forgot it, is found out by that alone: within twice this time.
   */
  private static final int PING_MILLIS = 3_000;

  /** The longest tick of Redisson's timer. */
  private static final Duration TICK = Duration.ofMillis(100);

  private LeanClient() {}

  static RedissonClient connect(RedisAddress address) {
    Config config = new Config().setThreads(CALLBACK_THREADS).setNettyThreads(NETTY_THREADS);
    config.setUsername(address.user()).setPassword(address.password());
    config
        .useSingleServer()
        .setAddress(address.withoutSecrets())
        .setDatabase(address.database())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(MAX_CONNECTIONS)
        .setSubscriptionConnectionMinimumIdleSize(0)
        .setPingConnectionInterval(PING_MILLIS)
        .setRetryDelay(LeanClient::retryDelay)
        .setConnectTimeout(5_000);
    try {
      return Redisson.create(config);
    } catch (RedisException | IllegalArgumentException failure) {
      throw RedisFailure.connecting(address, failure);
    }
  }

  /**
   * As long as Redisson's default, half of it by chance, but in whole steps: Redisson's timer ticks
   * by the first of these delays, and wakes up to a hundred times a second unless that is a
   * multiple of its longest tick.
   */
  static Duration retryDelay(int attempt) {
    int steps = attempt == 0 ? 5 : 10;
    return TICK.multipliedBy(steps + ThreadLocalRandom.current().nextInt(steps + 1));
  }
}
