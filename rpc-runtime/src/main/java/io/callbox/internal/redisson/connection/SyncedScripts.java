package io.callbox.internal.redisson.connection;

import io.callbox.annotation.Sync;
import io.callbox.internal.redisson.failure.RedisFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScript.ReturnType;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.RedisCommands;

/**
 * Runs scripts, and waits until their writes are on disk or on a replica. Before it runs a script,
 * it asks Redis whether Redis can report this. Safe for use by many threads; its owner closes it.
 */
public final class SyncedScripts implements AutoCloseable {

  private static final RedisCommand<Object> EVALSHA =
      DirectConnection.sendable(new RedisCommand<>(ReturnType.LIST.getCommand(), "EVALSHA"));

  /**
   * The maximum duration of one wait: Redisson treats a connection that is blocked for longer as
   * dead.
   */
  private static final long SLICE_MILLIS = 2_000;

  private static final long ANSWER_MILLIS = 3_000;

  private final Masters masters;
  private final SyncedConnections connections = new SyncedConnections();

  public SyncedScripts(Masters masters) {
    this.masters = masters;
  }

  /**
   * The answer of a script.
   *
   * @param list the answer
   * @param missed the reason why its writes are not known to have reached the required place; null
   *     if they have
   */
  public record Answer(List<byte[]> list, @Nullable String missed) {}

  /**
   * Runs a script. If Redis cannot report how far writes have got, fails with {@link
   * io.callbox.rpc.Executed#NO} and runs nothing.
   */
  public CompletionStage<Answer> run(
      ScriptForm script, Sync sync, Duration bound, List<String> keys, Object... values) {
    RedisClient master = masters.of(keys.get(0));
    if (master == null) {
      return CompletableFuture.failedFuture(SyncAnswers.noConnection(sync));
    }
    return ready(master, sync, bound)
        .thenCompose(
            connection ->
                run(connection, script, keys, values)
                    .thenCompose(list -> synced(connection, list, sync, bound))
                    .whenComplete((answer, failure) -> end(connection, answer)));
  }

  private void end(RedisConnection connection, @Nullable Answer answer) {
    if (answer == null || answer.missed() != null) {
      ConnectionEnd.giveUp(connection);
    } else {
      connections.giveBack(connection);
    }
  }

  /** Returns a connection that has just answered; an idle connection may have been cut silently. */
  private CompletionStage<RedisConnection> ready(RedisClient master, Sync sync, Duration bound) {
    RedisConnection idle = connections.idle(master);
    if (idle == null) {
      return fresh(master, sync, bound);
    }
    return asked(idle, sync, bound)
        .handle(
            (done, failure) -> {
              if (failure == null) {
                return CompletableFuture.completedStage(idle);
              }
              ConnectionEnd.giveUp(idle);
              return fresh(master, sync, bound);
            })
        .thenCompose(each -> each);
  }

  private CompletionStage<RedisConnection> fresh(RedisClient master, Sync sync, Duration bound) {
    return connections
        .connect(master)
        .thenCompose(
            connection ->
                asked(connection, sync, bound)
                    .thenApply(done -> connection)
                    .whenComplete(
                        (done, failure) -> {
                          if (failure != null) {
                            ConnectionEnd.giveUp(connection);
                          }
                        }));
  }

  /**
   * Checks whether Redis can report how far writes have got, and whether a replica has all earlier
   * writes of any connection.
   */
  private static CompletionStage<?> asked(RedisConnection connection, Sync sync, Duration bound) {
    CompletionStage<Integer> reached =
        sync == Sync.AOF
            ? reached(connection, sync, 1)
            : reached(connection, sync, Math.min(bound.toMillis(), SLICE_MILLIS));
    return reached.handle((count, failure) -> SyncAnswers.checked(sync, count, failure));
  }

  /** Runs a script. If the script is not known to Redis, it has not run. */
  private static CompletionStage<List<byte[]>> run(
      RedisConnection connection, ScriptForm script, List<String> keys, Object... values) {
    return sent(connection, script, keys, values)
        .exceptionallyCompose(
            failure ->
                ForgottenScript.isCauseOf(failure)
                    ? new ForgottenScript(
                            connection,
                            script,
                            ReturnType.LIST,
                            script.parameters(keys, values),
                            ANSWER_MILLIS)
                        .run()
                    : CompletableFuture.failedFuture(failure));
  }

  private static CompletionStage<List<byte[]>> sent(
      RedisConnection connection, ScriptForm script, List<String> keys, Object... values) {
    return connection.<Object, List<byte[]>>async(
        ANSWER_MILLIS, ByteArrayCodec.INSTANCE, EVALSHA, script.parameters(keys, values));
  }

  private static CompletionStage<Answer> synced(
      RedisConnection connection, List<byte[]> list, Sync sync, Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    return waited(connection, sync, end)
        .handle((there, failure) -> new Answer(list, missed(there, failure, sync, bound)));
  }

  /**
   * Returns the reason why the writes of a script are not known to have reached the required place.
   * The script has run in any case.
   */
  private static @Nullable String missed(
      @Nullable Boolean there, @Nullable Throwable failure, Sync sync, Duration bound) {
    if (failure == null) {
      return Boolean.TRUE.equals(there) ? null : SyncAnswers.missed(sync, bound);
    }
    if (RedisFailure.isRefusedCommand(failure)) {
      return SyncAnswers.unknown(sync, failure);
    }
    throw new CompletionException(RedisFailure.unwrapped(failure)); // another attempt may succeed
  }

  private static CompletionStage<Boolean> waited(
      RedisConnection connection, Sync sync, long endNanos) {
    long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
    if (left <= 0) {
      return CompletableFuture.completedFuture(false);
    }
    return reached(connection, sync, Math.min(left, SLICE_MILLIS))
        .thenCompose(
            there ->
                there > 0
                    ? CompletableFuture.completedFuture(true)
                    : waited(connection, sync, endNanos));
  }

  /** Returns how many disks or replicas have the writes of this connection; waits for one. */
  private static CompletionStage<Integer> reached(
      RedisConnection connection, Sync sync, long millis) {
    long longest = millis + ANSWER_MILLIS;
    return sync == Sync.AOF
        ? connection
            .<List<Integer>, List<Integer>>async(
                longest, StringCodec.INSTANCE, RedisCommands.WAITAOF, 1, 0, millis)
            .thenApply(each -> each.get(0))
        : connection.<Integer, Integer>async(
            longest, StringCodec.INSTANCE, RedisCommands.WAIT, 1, millis);
  }

  @Override
  public void close() {
    connections.close();
  }
}
