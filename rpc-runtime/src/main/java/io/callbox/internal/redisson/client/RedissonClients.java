package io.callbox.internal.redisson.client;

import io.callbox.internal.redisson.connection.WholeBuffers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.CommandMapper;
import org.redisson.config.Config;

/**
 * A Redisson client with no more threads and connections than a node needs. Redisson's own defaults
 * are 48 threads and 25 connections. Its owner closes it.
 */
public final class RedissonClients implements AutoCloseable {

  /**
   * Connections are made when they are needed. Each queue that the node waits for has one, so a
   * node with many services needs many.
   */
  private static final int MAX_CONNECTIONS = 512;

  /**
   * The interval at which an idle connection is tested. Only this test finds a connection that was
   * cut silently, for example by a firewall, within twice this time.
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

  /** Sets the question for Redis whenever it may be away. */
  public Reachability watch(Supplier<? extends CompletionStage<?>> question) {
    reachability.ask(question, again -> threads.later(again, TICK));
    return reachability;
  }

  public RedissonClient redisson() {
    return client;
  }

  @Override
  public void close() {
    LeanThreads.shutdown(client);
    threads.close();
  }

  public static RedissonClients connect(RedisAddress address) {
    FirstContact.make(address);
    LeanThreads threads = new LeanThreads();
    Reachability reachability = new Reachability();
    Config config = threads.config().setConnectionListener(reachability);
    config.setUsername(address.user()).setPassword(address.password());
    config.setNettyHook(new WholeBuffers(CommandMapper.direct()));
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
      throw ConnectFailure.of(address, failure);
    }
  }

  /**
   * Returns the same delay as Redisson's default, half of it random, but in whole steps. Redisson
   * takes the tick of its timer from the first of these delays, and the timer wakes up to a hundred
   * times a second unless this delay is a multiple of its longest tick.
   */
  static Duration retryDelay(int attempt) {
    int steps = attempt == 0 ? 5 : 10;
    return TICK.multipliedBy(steps + ThreadLocalRandom.current().nextInt(steps + 1));
  }
}
