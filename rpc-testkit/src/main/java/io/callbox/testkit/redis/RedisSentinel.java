package io.callbox.testkit.redis;

import io.callbox.node.RpcNodeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.config.SentinelServersConfig;

/**
 * A real Redis with a replica, and a sentinel. The sentinel promotes the replica when the master
 * has been gone or silent for two seconds. Not safe for use by many threads. The code that starts
 * it closes it.
 *
 * <pre>{@code
 * sentinel.master().cut();
 * sentinel.failOver();
 * }</pre>
 */
public final class RedisSentinel implements RedisBroker {

  private static final String NAME = "callbox";
  private static final List<String> UNDELAYED = List.of("--repl-diskless-sync-delay", "0");

  private final List<RedisMember> members;
  private final RedisProcess sentinel;
  private final RedissonClient client;

  private RedisSentinel(List<RedisMember> members, RedisProcess sentinel) {
    this.members = members;
    this.sentinel = sentinel;
    this.client = connect();
  }

  /** Starts the three, and waits until the sentinel knows the other two. */
  public static RedisSentinel start() {
    RedisMember master = new RedisMember(RedisProcess.start(UNDELAYED));
    String port = Integer.toString(master.port());
    RedisMember replica = new RedisMember(RedisProcess.start(UNDELAYED));
    replica.command("REPLICAOF", "127.0.0.1", port);
    await(() -> replica, "master_link_status:up");
    Path folder = RedisProcess.folder();
    RedisProcess sentinel =
        RedisProcess.start(folder, List.of(watching(folder, port).toString(), "--sentinel"));
    awaitSentinel(sentinel, "slaves=1");
    return new RedisSentinel(List.of(master, replica), sentinel);
  }

  private static Path watching(Path folder, String port) {
    String config =
        """
        sentinel monitor %1$s 127.0.0.1 %2$s 1
        sentinel down-after-milliseconds %1$s 2000
        sentinel failover-timeout %1$s 5000
        """;
    try {
      return Files.writeString(folder.resolve("sentinel.conf"), config.formatted(NAME, port));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private RedissonClient connect() {
    Config config = Reach.config();
    SentinelServersConfig servers = config.useSentinelServers();
    servers
        .setMasterName(NAME)
        .setCheckSentinelsList(false)
        .setScanInterval(500)
        .setMasterConnectionMinimumIdleSize(1)
        .setNatMapper(Reach.through(members))
        .addSentinelAddress(uri());
    Reach.impatiently(servers);
    return Redisson.create(config);
  }

  /** Returns the current master, as the sentinel says. */
  public RedisMember master() {
    String address =
        RedisCommands.answer(sentinel.port(), "SENTINEL", "get-master-addr-by-name", NAME);
    for (RedisMember member : members) {
      if (address.contains("" + member.port())) {
        return member;
      }
    }
    throw new IllegalStateException("no master in " + address);
  }

  /** Kills the master, and waits until the replica has taken its place. */
  public void failOver() {
    restore();
    RedisMember ended = master();
    RedisMember next = other(ended);
    ended.kill();
    await(() -> next, "role:master");
    awaitSentinel(sentinel, "status=ok,address=127.0.0.1:" + next.port());
  }

  private RedisMember other(RedisMember member) {
    return members.get(member == members.get(0) ? 1 : 0);
  }

  /**
   * Returns the address of the sentinel, for a test's own clients; the master's name is {@code
   * callbox}.
   */
  public String uri() {
    return "redis://127.0.0.1:" + sentinel.port();
  }

  /** Returns the client that its nodes share; it ends with the sentinel. */
  public RedissonClient client() {
    return client;
  }

  @Override
  public RpcNodeBuilder reachedBy(RpcNodeBuilder node) {
    return node.redisson(client);
  }

  @Override
  public List<Integer> ports() {
    return List.of(master().port());
  }

  /**
   * Restores the members. A promoted replica stays the master; a member that is gone comes back as
   * its replica.
   */
  @Override
  public void restore() {
    RedisMember master = master();
    RedisMember replica = other(master);
    master.restore();
    if (replica.isAlive()) {
      replica.restore();
    } else {
      replica.reviveBehind(master);
    }
    await(() -> other(master()), "master_link_status:up"); // a late failover may exchange them
  }

  private static void await(Supplier<RedisMember> member, String wanted) {
    Waiting.until(
        wanted, () -> member.get().answer("INFO", "replication"), info -> info.contains(wanted));
  }

  private static void awaitSentinel(RedisProcess sentinel, String wanted) {
    Waiting.until(
        wanted,
        () -> RedisCommands.answer(sentinel.port(), "INFO", "sentinel"),
        info -> info.contains(wanted));
  }

  @Override
  public void close() {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    sentinel.close();
    members.forEach(RedisMember::close);
  }
}
