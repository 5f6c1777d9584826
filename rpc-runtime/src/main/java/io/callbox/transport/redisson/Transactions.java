package io.callbox.transport.redisson;

import io.netty.util.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.decoder.ObjectListReplayDecoder;

/**
 * Commands that leave together over a {@link DirectConnection}, and that Redis executes in one step
 * or not at all.
 *
 * <p>If Redis refused {@code MULTI}, it would execute the other commands one by one. So each new
 * connection first tries an empty transaction. Safe for use by many threads.
 */
final class Transactions {

  private static final RedisCommand<Object> MULTI =
      DirectConnection.sendable(new RedisCommand<>("multi"));

  /** In small letters, because Redisson takes "EXEC" for the end of a batch of its own. */
  private static final RedisCommand<Object> EXEC =
      DirectConnection.sendable(new RedisCommand<>("exec", new ObjectListReplayDecoder<>()));

  private final DirectConnection direct;
  private volatile @Nullable Known known;

  Transactions(DirectConnection direct) {
    this.direct = direct;
  }

  /** A command. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Command(RedisCommand<?> command, Object... parameters) {}

  /** Whether a connection has executed a transaction, and none of its commands was refused. */
  private record Known(RedisConnection connection, boolean accepts) {}

  /**
   * Sends commands.
   *
   * @return their answers; null if there is no connection now that takes transactions, and nothing
   *     was sent
   */
  @Nullable CompletableFuture<List<Object>> send(List<Command> commands) {
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

  /** What is refused once would be refused again. */
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
    all.add(data(MULTI, new CompletableFuture<>()));
    for (Command each : commands) {
      all.add(
          data(
              DirectConnection.sendable(each.command),
              new CompletableFuture<>(),
              DirectConnection.sendable(each.parameters, connection)));
    }
    CompletableFuture<Object> executed = new CompletableFuture<>();
    all.add(data(EXEC, executed));
    CompletableFuture<Void> answered = new CompletableFuture<>();
    boundedBy(connection.getRedisClient(), answered);
    connection
        .send(new CommandsData(answered, all, false, false))
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                answered.completeExceptionally(written.cause());
              }
            });
    return direct.watched(connection, answered.thenApply(done -> listOf(executed.join())));
  }

  private static CommandData<Object, Object> data(
      RedisCommand<Object> command, CompletableFuture<Object> answer, Object... parameters) {
    return new CommandData<>(answer, ByteArrayCodec.INSTANCE, command, parameters);
  }

  private static void boundedBy(RedisClient client, CompletableFuture<Void> answered) {
    Timeout bound =
        client
            .getTimer()
            .newTimeout(
                late ->
                    answered.completeExceptionally(
                        new RedisTimeoutException("no answer to a transaction")),
                client.getCommandTimeout(),
                TimeUnit.MILLISECONDS);
    answered.whenComplete((done, failure) -> bound.cancel());
  }

  @SuppressWarnings("unchecked") // the decoder of EXEC answers a list
  private static List<Object> listOf(Object answers) {
    return (List<Object>) answers;
  }
}
