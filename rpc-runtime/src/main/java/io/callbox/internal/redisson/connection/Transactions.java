package io.callbox.internal.redisson.connection;

import io.callbox.internal.failure.EndedFuture;
import io.callbox.internal.redisson.failure.RedisFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisConnection;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.decoder.ObjectListReplayDecoder;

/**
 * Commands that leave together over a {@link DirectConnection}, and that Redis executes in one step
 * or not at all.
 *
 * <p>If Redis refused {@code MULTI}, it would execute the other commands one by one. So each new
 * connection first tries an empty transaction. Safe for use by many threads.
 */
public final class Transactions {

  private static final RedisCommand<?> MULTI = new RedisCommand<>("multi");

  /**
   * The command in small letters, because Redisson takes "EXEC" for the end of a batch of its own.
   */
  private static final RedisCommand<?> EXEC =
      new RedisCommand<>("exec", new ObjectListReplayDecoder<>());

  private final DirectConnection direct;
  private volatile @Nullable Known known;

  Transactions(DirectConnection direct) {
    this.direct = direct;
  }

  /** A command. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Command(RedisCommand<?> command, Object... parameters) {}

  /** A connection, and whether it has executed a transaction without a refused command. */
  private record Known(RedisConnection connection, boolean accepts) {}

  /**
   * Sends commands.
   *
   * @return their answers; null if there is no connection now that takes transactions, and nothing
   *     was sent
   */
  public @Nullable CompletableFuture<List<Object>> send(List<Command> commands) {
    RedisConnection connection = direct.ready();
    if (connection == null || connection.getRedisClient().isShutdown()) {
      return null;
    }
    Known before = known;
    if (before == null || before.connection != connection) {
      known = new Known(connection, false);
      transmit(connection, List.of()).thenRun(() -> known = new Known(connection, true));
      return null;
    }
    return before.accepts ? checked(connection, transmit(connection, commands)) : null;
  }

  /** Checks a new connection once: a refusal would come again. */
  private CompletableFuture<List<Object>> checked(
      RedisConnection connection, CompletableFuture<List<Object>> answers) {
    return answers.whenComplete(
        (done, failure) -> {
          if (failure != null && RedisFailure.isRefusedCommand(failure)) {
            known = new Known(connection, false);
          }
        });
  }

  private CompletableFuture<List<Object>> transmit(
      RedisConnection connection, List<Command> commands) {
    List<CommandData<?, ?>> all = new ArrayList<>(commands.size() + 2);
    all.add(Together.command(connection, MULTI, new CompletableFuture<>()));
    for (Command each : commands) {
      CompletableFuture<Object> queued = new CompletableFuture<>();
      all.add(Together.command(connection, each.command, queued, each.parameters));
    }
    CompletableFuture<Object> executed = new CompletableFuture<>();
    all.add(Together.command(connection, EXEC, executed));
    CompletableFuture<Void> answered =
        Together.send(connection, all, connection.getRedisClient().getCommandTimeout());
    return direct.watched(
        connection, answered.thenApply(done -> listOf(EndedFuture.result(executed))));
  }

  @SuppressWarnings("unchecked") // the decoder of EXEC returns a list
  private static List<Object> listOf(Object answers) {
    return (List<Object>) answers;
  }
}
