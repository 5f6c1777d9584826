package io.callbox.internal.redisson.script;

import io.callbox.annotation.Sync;
import io.callbox.internal.redisson.connection.DirectConnection;
import io.callbox.internal.redisson.connection.Masters;
import io.callbox.internal.redisson.connection.ScriptForm;
import io.callbox.internal.redisson.connection.SyncedScripts;
import io.callbox.internal.redisson.connection.Transactions;
import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.transport.Element;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.protocol.RedisCommand;

/**
 * Runs the Lua scripts, and counts the commands that it sends. Each script uses only keys of one
 * Redis Cluster slot.
 */
public final class Scripts implements AutoCloseable {

  private static final RedisCommand<Long> LPUSH = new RedisCommand<>("LPUSH");

  private final RedissonClient client;
  private final Masters masters;
  private final RedissonScripts redissons;
  private final SyncedScripts synced;
  private final LongAdder sent = new LongAdder();

  /** Null once it is known that Redis accepts script flags. */
  private volatile @Nullable ScriptFlags inDoubt = new ScriptFlags(() -> this.inDoubt = null);

  private volatile boolean closed;

  public Scripts(RedissonClient client) {
    this.client = client;
    this.masters = new Masters(client);
    this.redissons = new RedissonScripts(client, masters, () -> closed);
    this.synced = new SyncedScripts(masters);
  }

  /** The client, for commands that are not scripts; the sender calls {@link #count}. */
  public RedissonClient client() {
    return client;
  }

  /** Returns a new connection to the server of a queue; its user closes it. */
  public DirectConnection connectionTo(QueueName queue) {
    return masters.newConnection(queue.key());
  }

  /**
   * Returns whether it is known which server has a queue, so that there are connections of its own.
   */
  public boolean isServerKnown(QueueName queue) {
    return masters.isKnown(queue.key());
  }

  /**
   * Sends a command that does nothing, to learn how Redis answers it. With a client that renames
   * keys or commands, the right command is unknown: this then sends nothing, and completes
   * normally.
   */
  public CompletionStage<Object> attempt(
      String key, RedisCommand<Object> command, Object... parameters) {
    CompletionStage<Object> answer = masters.attempt(key, command, parameters);
    if (answer == null) {
      return CompletableFuture.completedFuture(parameters);
    }
    count();
    return answer;
  }

  /** Counts a command. */
  public void count() {
    sent.increment();
  }

  /** Returns how many commands were sent. */
  public long sent() {
    return sent.sum();
  }

  /** Runs a script whose answer is a number. */
  public CompletionStage<Long> number(LuaScript script, List<QueueName> keys, Object... values) {
    return run(script, ReturnType.LONG, keys, values);
  }

  /** Runs a script whose answer is a list of byte strings. */
  public CompletionStage<List<byte[]>> list(
      LuaScript script, List<QueueName> keys, Object... values) {
    return run(script, ReturnType.LIST, keys, values);
  }

  /**
   * Runs a script whose answer is a list, and waits until its writes are on disk or on a replica.
   */
  public CompletionStage<SyncedScripts.Answer> synced(
      Sync sync, Duration bound, LuaScript script, List<QueueName> keys, Object... values) {
    if (closed) {
      return CompletableFuture.failedFuture(RedisFailure.closed());
    }
    count();
    ScriptFlags flags = inDoubt;
    ScriptForm form = flags == null ? script.form() : flags.form(script);
    return synced.run(form, sync, bound, names(keys), values);
  }

  /**
   * Pushes messages with a plain command, which is sent once, over the connection of the scripts.
   *
   * @return the length of the list afterwards; null if there is no such connection now, and nothing
   *     was sent
   */
  public @Nullable CompletableFuture<Long> push(QueueName queue, List<Element> messages) {
    Object[] parameters = new Object[messages.size() + 1];
    parameters[0] = queue.key();
    for (int at = 0; at < messages.size(); at++) {
      parameters[at + 1] = messages.get(at);
    }
    CompletableFuture<Long> length = masters.send(queue.key(), LPUSH, parameters);
    if (length != null) {
      count();
    }
    return length;
  }

  /**
   * Returns transactions with the server of a queue; null unless it is known to accept script
   * flags.
   */
  public @Nullable Transactions transactions(QueueName queue) {
    return inDoubt == null ? masters.transactions(queue.key()) : null;
  }

  /** Returns a time in milliseconds as a value for a script. */
  public static byte[] millis(Duration time) {
    return text(time.toMillis());
  }

  /** Returns a number or name as a value for a script. */
  public static byte[] text(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private <T> CompletionStage<T> run(
      LuaScript script, ReturnType type, List<QueueName> keys, Object... values) {
    List<String> names = names(keys);
    ScriptFlags flags = inDoubt;
    return flags == null
        ? run(script.form(), type, names, values)
        : flags.run(script, form -> run(form, type, names, values));
  }

  private static List<String> names(List<QueueName> keys) {
    List<String> names = new ArrayList<>(keys.size());
    for (QueueName key : keys) {
      names.add(key.key());
    }
    return names;
  }

  /**
   * Runs a script. If the direct connection does not answer, Redisson's executor sends the command
   * again.
   */
  private <T> CompletionStage<T> run(
      ScriptForm script, ReturnType type, List<String> names, Object... values) {
    if (closed) {
      return CompletableFuture.failedFuture(RedisFailure.closed());
    }
    count();
    CompletableFuture<T> direct = masters.run(script, type, names, values);
    if (direct == null) {
      return redissons.run(script, type, names, values);
    }
    return direct.exceptionallyCompose(
        failure -> redissons.runAfter(failure, script, type, names, values));
  }

  /** Closes its own connections; the client belongs to the code that made it. */
  @Override
  public void close() {
    closed = true;
    masters.close();
    synced.close();
  }
}
