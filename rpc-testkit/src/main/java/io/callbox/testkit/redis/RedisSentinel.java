package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * A real Redis with a replica, and a sentinel that makes the replica master when the master is
 * gone. Not safe for use by many threads. Whoever starts it closes it.
 */
public final class RedisSentinel implements RedisBroker {

  private static final String NAME = "callbox";
  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RedisProcess master;
  private final RedisProcess replica;
  private final RedisProcess sentinel;
  private final RedissonClient client;

  private RedisSentinel(RedisProcess master, RedisProcess replica, RedisProcess sentinel) {
    this.master = master;
    this.replica = replica;
    this.sentinel = sentinel;
    this.client = connect();
  }

  /** Starts the three, and waits until the sentinel knows the other two. */
  public static RedisSentinel start() {
    RedisProcess master = RedisProcess.start(List.of());
    String port = Integer.toString(master.port());
    RedisProcess replica =
        RedisProcess.start(
            List.of("--replicaof", "127.0.0.1", port, "--repl-diskless-sync-delay", "0"));
    await(replica, "master_link_status:up", "INFO", "replication");
    Path folder = RedisProcess.folder();
    RedisProcess sentinel =
        RedisProcess.start(folder, List.of(watching(folder, port).toString(), "--sentinel"));
    await(sentinel, "slaves=1", "INFO", "sentinel");
    return new RedisSentinel(master, replica, sentinel);
  }

  private static Path watching(Path folder, String port) {
    String config =
        """
        sentinel monitor %1$s 127.0.0.1 %2$s 1
        sentinel down-after-milliseconds %1$s 1000
        sentinel failover-timeout %1$s 5000
        """;
    try {
      return Files.writeString(folder.resolve("sentinel.conf"), config.formatted(NAME, port));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private RedissonClient connect() {
    Config config = new Config();
    config.setThreads(2).setNettyThreads(2);
    config
        .useSentinelServers()
        .setMasterName(NAME)
        .setCheckSentinelsList(false)
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .addSentinelAddress("redis://127.0.0.1:" + sentinel.port());
    return Redisson.create(config);
  }

  /** Kills the master, and waits until the replica has taken its place. */
  public void failOver() {
    master.kill();
    await(replica, "role:master", "INFO", "replication");
  }

  /** The client that its nodes share; ends with the sentinel. */
  public RedissonClient client() {
    return client;
  }

  @Override
  public RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return node.redisson(client);
  }

  @Override
  public List<Integer> ports() {
    return List.of(master.isAlive() ? master.port() : replica.port());
  }

  /** A replica that has become master stays so. */
  @Override
  public void restore() {}

  private static void await(RedisProcess process, String wanted, String... question) {
    long end = System.nanoTime() + BOUND_NANOS;
    String answer = answer(process, question);
    while (!answer.contains(wanted)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no " + wanted + " in:\n" + answer);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      answer = answer(process, question);
    }
  }

  /** A Redis whose role changes breaks its connections. */
  private static String answer(RedisProcess process, String... question) {
    try (RedisCommands commands = RedisCommands.to(process.port())) {
      return commands.text(question);
    } catch (UncheckedIOException broken) {
      return broken.toString();
    }
  }

  @Override
  public void close() {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    sentinel.close();
    replica.close();
    master.close();
  }
}
