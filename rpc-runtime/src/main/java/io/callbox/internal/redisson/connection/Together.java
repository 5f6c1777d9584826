package io.callbox.internal.redisson.connection;

import io.netty.util.Timeout;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;
import org.redisson.client.protocol.RedisCommand;

/** Sends several commands in one write, which Redis mostly reads in one piece. Stateless. */
final class Together {

  private Together() {}

  /** Makes a command; its answer completes the future. */
  static <T> CommandData<Object, T> command(
      RedisConnection connection,
      RedisCommand<?> command,
      CompletableFuture<T> answer,
      Object... parameters) {
    return new CommandData<>(
        answer,
        ByteArrayCodec.INSTANCE,
        DirectConnection.sendable(command),
        DirectConnection.sendable(parameters, connection));
  }

  /** Sends commands. Completes when all are answered, whatever the answers are. */
  static CompletableFuture<Void> send(
      RedisConnection connection, List<CommandData<?, ?>> commands, long millis) {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    boundedBy(connection, millis, answered);
    connection
        .send(new CommandsData(answered, commands, false, false))
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                answered.completeExceptionally(written.cause());
              }
            });
    return answered;
  }

  private static void boundedBy(
      RedisConnection connection, long millis, CompletableFuture<Void> answered) {
    Timeout bound =
        connection
            .getRedisClient()
            .getTimer()
            .newTimeout(
                late ->
                    answered.completeExceptionally(
                        new RedisTimeoutException("no answer to commands that left together")),
                millis,
                TimeUnit.MILLISECONDS);
    answered.whenComplete((done, failure) -> bound.cancel());
  }
}
