package io.callbox.internal.redisson.connection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.connection.ConnectionManager;
import org.redisson.connection.MasterSlaveEntry;

/**
 * The servers of a client. Finds the one that holds a key, in internal parts of Redisson, and runs
 * scripts, which it has mostly loaded already, over one {@link DirectConnection} to it. If these
 * parts are not available, this class returns null, and Redisson's own executor runs all commands.
 *
 * <p>Safe for use by many threads. Its owner closes it; the client belongs to the code that made
 * it.
 */
public final class Masters implements AutoCloseable {

  private static final Map<ReturnType, RedisCommand<?>> COMMANDS =
      Map.of(
          ReturnType.LONG, new RedisCommand<>(ReturnType.LONG.getCommand(), "EVALSHA"),
          ReturnType.LIST, new RedisCommand<>(ReturnType.LIST.getCommand(), "EVALSHA"));

  private final RedissonClient client;
  private final @Nullable ConnectionManager manager;
  private final StaleMaster stale;

  /** True if the client can run scripts. If it runs scripts by their text, it runs them itself. */
  private final boolean runsScripts;

  private final Map<RedisClient, DirectConnection> connections = new ConcurrentHashMap<>();

  /**
   * Creates it. It knows no servers if the client renames keys, or is not a plain Redisson client.
   */
  public Masters(RedissonClient client) {
    this.client = client;
    this.manager = manager(client);
    this.stale = StaleMaster.of(client);
    this.runsScripts = client.getConfig().isUseScriptCache();
  }

  private static @Nullable ConnectionManager manager(RedissonClient client) {
    if (!(client instanceof Redisson redisson)) {
      return null;
    }
    ConnectionManager manager = redisson.getCommandExecutor().getConnectionManager();
    boolean plain =
        "a:b".equals(manager.getServiceManager().getNameMapper().map("a:b"))
            && "GET".equals(manager.getServiceManager().getCommandMapper().map("GET"));
    return plain ? manager : null;
  }

  /** The server that holds a key now; null if it is not known. */
  @Nullable RedisClient of(String key) {
    ConnectionManager known = manager;
    MasterSlaveEntry entry = known == null ? null : known.getEntry(key);
    return entry == null ? null : entry.getClient();
  }

  /** Returns whether the server that holds a key is known now. */
  public boolean isKnown(String key) {
    return of(key) != null;
  }

  /** Handles the failure of a command: a server that refuses writes may no longer be a master. */
  public void failed(Throwable failure) {
    stale.failed(failure);
  }

  /** Returns a new connection to the server of a key. */
  public DirectConnection newConnection(String key) {
    return new DirectConnection(() -> of(key), this::failed);
  }

  /** Runs a script on the server of its first key; null if nothing was sent. */
  public <T> @Nullable CompletableFuture<T> run(
      ScriptForm script, ReturnType type, List<String> keys, Object... values) {
    RedisClient master = runsScripts ? of(keys.get(0)) : null;
    RedisCommand<?> command = COMMANDS.get(type);
    if (master == null || command == null) {
      return null;
    }
    return connectionTo(master).send(-1, command, script.parameters(keys, values));
  }

  /** Does the same with a script that the server does not know. */
  public <T> @Nullable CompletableFuture<T> runForgotten(
      ScriptForm script, ReturnType type, List<String> keys, Object... values) {
    RedisClient master = runsScripts ? of(keys.get(0)) : null;
    return master == null
        ? null
        : connectionTo(master).runForgotten(script, type, script.parameters(keys, values));
  }

  /** Sends a command to the server of a key; null if nothing was sent. */
  public <T> @Nullable CompletableFuture<T> send(
      String key, RedisCommand<?> command, Object[] parameters) {
    RedisClient master = of(key);
    return master == null ? null : connectionTo(master).send(-1, command, parameters);
  }

  /** Sends a command by Redisson's executor; null if the server of the key is not known. */
  public @Nullable CompletionStage<Object> attempt(
      String key, RedisCommand<Object> command, Object... parameters) {
    return of(key) != null && client instanceof Redisson redisson
        ? redisson
            .getCommandExecutor()
            .writeAsync(key, ByteArrayCodec.INSTANCE, command, parameters)
        : null;
  }

  /** Transactions with the server of a key; null if it is unknown. */
  public @Nullable Transactions transactions(String key) {
    RedisClient master = runsScripts ? of(key) : null;
    return master == null ? null : connectionTo(master).transactions();
  }

  /** Closes connections to servers that are gone when it makes a new one. */
  private DirectConnection connectionTo(RedisClient master) {
    DirectConnection known = connections.get(master);
    if (known != null) {
      return known;
    }
    connections.forEach(
        (other, connection) -> {
          if (other.isShutdown() && connections.remove(other, connection)) {
            connection.close();
          }
        });
    return connections.computeIfAbsent(
        master, absent -> new DirectConnection(() -> master, this::failed));
  }

  @Override
  public void close() {
    connections.values().forEach(DirectConnection::close);
  }
}
