package io.callbox.transport.redisson;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisClient;
import org.redisson.client.protocol.RedisCommand;

/**
 * Runs scripts, which a server has mostly loaded already, over one {@link DirectConnection} to each
 * server. Safe for use by many threads.
 */
final class ScriptConnections implements AutoCloseable {

  private static final Map<ReturnType, RedisCommand<?>> COMMANDS =
      Map.of(
          ReturnType.LONG, new RedisCommand<>(ReturnType.LONG.getCommand(), "EVALSHA"),
          ReturnType.LIST, new RedisCommand<>(ReturnType.LIST.getCommand(), "EVALSHA"));

  private final Masters masters;
  private final boolean used;
  private final Map<RedisClient, DirectConnection> connections = new ConcurrentHashMap<>();

  /** A client that runs scripts by their text has no such connections. */
  ScriptConnections(RedissonClient client, Masters masters) {
    this.masters = masters;
    this.used = client.getConfig().isUseScriptCache();
  }

  /** Runs a script on the server of its first key; null if nothing was sent. */
  <T> @Nullable CompletableFuture<T> run(
      LuaScript.Form script, ReturnType type, List<String> keys, Object... values) {
    RedisClient master = used ? masters.of(keys.get(0)) : null;
    RedisCommand<?> command = COMMANDS.get(type);
    if (master == null || command == null) {
      return null;
    }
    return connectionTo(master).send(-1, command, script.parameters(keys, values));
  }

  /** Does the same with a script that the server does not know. */
  <T> @Nullable CompletableFuture<T> runForgotten(
      LuaScript.Form script, ReturnType type, List<String> keys, Object... values) {
    RedisClient master = used ? masters.of(keys.get(0)) : null;
    return master == null
        ? null
        : connectionTo(master).runForgotten(script, type, script.parameters(keys, values));
  }

  /** Sends a command to the server of a key; null if nothing was sent. */
  <T> @Nullable CompletableFuture<T> send(
      String key, RedisCommand<?> command, Object[] parameters) {
    RedisClient master = masters.of(key);
    return master == null ? null : connectionTo(master).send(-1, command, parameters);
  }

  /** Transactions with the server of a key; null if it is unknown. */
  @Nullable Transactions transactions(String key) {
    RedisClient master = used ? masters.of(key) : null;
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
        master,
        absent -> new DirectConnection(() -> master.isShutdown() ? null : master, masters::failed));
  }

  @Override
  public void close() {
    connections.values().forEach(DirectConnection::close);
  }
}
