package io.callbox.transport.redisson;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.Config;

/**
 * A Redisson client with no more threads and connections than a node needs. Redisson's own defaults
 * are 48 threads and 25 connections. To be closed.
 */
final class RedissonClients implements AutoCloseable {

  /** Made as they are needed: each queue that is waited for has one, so a node of many services. */
  private static final int MAX_CONNECTIONS = 512;

  /**
   * How often a connection that waits for nothing is tried. One that was cut without a word, as by
   * a firewall that forgot it, is found out by that alone: within twice this time.
   */
  private static final int PING_MILLIS = 3_000;

  /** The longest tick of Redisson's timer. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final LeanThreads threads;
  private final RedissonClient client;
  private final Reachability reachability;

  private RedissonClients(LeanThreads threads, RedissonClient client, Reachability reachability) {
    this.threads = threads;
    this.client = client;
    this.reachability = reachability;
  }

  /** Has Redis asked this whenever it may be away. */
  Reachability watch(Supplier<? extends CompletionStage<?>> question) {
    reachability.ask(question, again -> threads.later(again, TICK));
    return reachability;
  }

  RedissonClient redisson() {
    return client;
  }

  @Override
  public void close() {
    LeanThreads.shutdown(client);
    threads.close();
  }

  static RedissonClients connect(RedisAddress address) {
    FirstContact.make(address);
    LeanThreads threads = new LeanThreads();
    Reachability reachability = new Reachability();
    Config config = threads.config().setConnectionListener(reachability);
    config.setUsername(address.user()).setPassword(address.password());
    config
        .useSingleServer()
        .setAddress(address.withoutSecrets())
        .setDatabase(address.database())
        .setConnectionMinimumIdleSize(1)
        .setConnectionPoolSize(MAX_CONNECTIONS)
        .setSubscriptionConnectionMinimumIdleSize(0)
        .setPingConnectionInterval(PING_MILLIS)
        .setRetryDelay(RedissonClients::retryDelay)
        .setConnectTimeout(5_000);
    try {
      RedissonClient client = Redisson.create(config);
      threads.serve(client);
      return new RedissonClients(threads, client, reachability);
    } catch (RedisException | IllegalArgumentException failure) {
      threads.close();
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
