package io.callbox.internal.redisson.connection;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.failure.CommandAnswer;
import io.callbox.internal.redisson.failure.RedisFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.NodeType;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisReadonlyException;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.RedisCommands;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;
import org.redisson.connection.ReplicatedConnectionManager;
import org.redisson.connection.SentinelConnectionManager;
import org.redisson.misc.RedisURI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a Redisson client to the current master if the client stays with a server that has become a
 * replica.
 *
 * <p>Redisson 4.7.0 stays there if its change to a new master breaks off half-way, which happens
 * while a {@code BLMPOP} waits in its pool. It then believes that the change was not made, goes
 * back to its note of the old master, and finds nothing to change after the next failover. All
 * writes are refused until a further failover. So if a server refuses writes for longer than a
 * failover takes, this asks it for its master. If that server says that it is a master, this
 * changes the client to it.
 *
 * <p>Only for clients that look for the master themselves: those of Sentinel and of replicated
 * servers. Safe for use by many threads.
 */
final class StaleMaster {

  /**
   * The time after which a refusing server is suspect. Redisson finds a new master within its scan
   * interval, which is a second.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** The time after which a change has succeeded or failed. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final long ANSWER_MILLIS = 3_000;

  /** Guards against race between nodes that share a client. */
  private static final OneAtATime<MasterSlaveEntry> CHANGES =
      new OneAtATime<>(LONGEST, System::nanoTime);

  private static final Logger LOG = LoggerFactory.getLogger(StaleMaster.class);

  private final @Nullable ConnectionManager manager;

  /**
   * The server that has refused a write; this object if the client does not say which server it
   * was.
   */
  @GuardedBy("this")
  private @Nullable Object suspect;

  /** The earliest time of the next look. */
  @GuardedBy("this")
  private long notBefore;

  @GuardedBy("this")
  private boolean told;

  private StaleMaster(@Nullable ConnectionManager manager) {
    this.manager = manager;
  }

  /**
   * Returns the helper of a client. It does nothing for a client that is not a plain Redisson
   * client.
   */
  static StaleMaster of(RedissonClient client) {
    return new StaleMaster(
        client instanceof Redisson redisson
            ? redisson.getCommandExecutor().getConnectionManager()
            : null);
  }

  /** Handles the failure of a command. Does not wait. */
  void failed(Throwable failure) {
    if (!(RedisFailure.unwrapped(failure) instanceof RedisReadonlyException)) {
      return;
    }
    MasterSlaveEntry entry = entry();
    RedisClient server = entry == null ? null : entry.getClient();
    if (!isDue(server == null ? this : server)) {
      return;
    }
    if (manager == null || entry == null || server == null) {
      tellOnce(
          "Redis refuses writes, as it is a replica, and this Redisson client follows no failover,"
              + " or is no plain one: lead it to the master");
      return;
    }
    CompletableFuture<Boolean> followed = new CompletableFuture<>();
    CommandAnswer.whenAnswered(() -> follow(manager, entry, server), followed);
    followed.whenComplete((led, broken) -> ended(entry, server, led, broken));
  }

  private @Nullable MasterSlaveEntry entry() {
    return manager instanceof SentinelConnectionManager
            || manager instanceof ReplicatedConnectionManager
        ? manager.getEntry(0)
        : null;
  }

  private synchronized boolean isDue(Object server) {
    long now = System.nanoTime();
    if (suspect != server) {
      suspect = server;
      notBefore = now + PATIENCE.toNanos();
    }
    boolean due = now - notBefore >= 0;
    if (due) {
      notBefore = now + LONGEST.toNanos();
    }
    return due;
  }

  /**
   * Asks a server for its master, and leads the client there. Returns whether the client had to be
   * led.
   */
  private static CompletionStage<Boolean> follow(
      ConnectionManager manager, MasterSlaveEntry entry, RedisClient server) {
    return replication(server)
        .thenCompose(
            said ->
                "slave".equals(said.get("role"))
                    ? change(manager, entry, server, masterOf(manager, server, said))
                    : CompletableFuture.completedFuture(false));
  }

  private static RedisURI masterOf(
      ConnectionManager manager, RedisClient server, Map<String, String> said) {
    String scheme = server.getConfig().getAddress().getScheme();
    return manager
        .getServiceManager()
        .toURI(scheme, said.get("master_host"), said.get("master_port"));
  }

  private static CompletionStage<Boolean> change(
      ConnectionManager manager, MasterSlaveEntry entry, RedisClient server, RedisURI master) {
    RedisClient candidate = manager.createClient(NodeType.MASTER, master, null);
    return replication(candidate)
        .whenComplete((said, failure) -> candidate.shutdownAsync())
        .thenCompose(
            said ->
                "master".equals(said.get("role"))
                    ? changeOnce(entry, server, master)
                    : CompletableFuture.completedFuture(false));
  }

  /** Changes the master, once at a time: of two changes, one that fails would undo the other. */
  private static CompletionStage<Boolean> changeOnce(
      MasterSlaveEntry entry, RedisClient server, RedisURI master) {
    return CHANGES.run(
        entry,
        () ->
            entry.getClient() == server
                ? entry
                    .changeMaster(master)
                    .handle((changed, failure) -> isLed(entry, server, failure))
                : CompletableFuture.completedFuture(false),
        false);
  }

  /**
   * Returns whether the client is at the master now. This counts, because a change may break off
   * after it has succeeded.
   */
  private static boolean isLed(
      MasterSlaveEntry entry, RedisClient server, @Nullable Throwable failure) {
    if (entry.getClient() != server) {
      return true;
    } else if (failure != null) {
      throw new CompletionException(failure);
    }
    return false;
  }

  private static CompletionStage<Map<String, String>> replication(RedisClient server) {
    return server
        .connectAsync()
        .thenCompose(
            connection ->
                connection
                    .<Map<String, String>, Map<String, String>>async(
                        ANSWER_MILLIS, StringCodec.INSTANCE, RedisCommands.INFO_REPLICATION)
                    .whenComplete((said, failure) -> connection.closeAsync()));
  }

  private void ended(
      MasterSlaveEntry entry,
      RedisClient server,
      @Nullable Boolean led,
      @Nullable Throwable failure) {
    synchronized (this) {
      notBefore = System.nanoTime() + PATIENCE.toNanos();
    }
    if (led != null && led) {
      LOG.warn(
          "Redisson stayed with {}, which has become a replica, and is led to its master {}",
          server.getAddr(),
          entry.getClient().getAddr());
    } else if (failure != null) {
      tellOnce(
          "Redis refuses writes, as it is a replica, and its master cannot be asked for (this user"
              + " needs +info for it): "
              + RedisFailure.unwrapped(failure).getMessage());
    }
  }

  private void tellOnce(String what) {
    synchronized (this) {
      if (told) {
        return;
      }
      told = true;
    }
    LOG.warn(what);
  }
}
