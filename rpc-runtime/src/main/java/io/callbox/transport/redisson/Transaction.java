package io.callbox.transport.redisson;

import io.netty.util.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.redisson.client.RedisClient;
import org.redisson.client.RedisConnection;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.CommandData;
import org.redisson.client.protocol.CommandsData;
import org.redisson.client.protocol.RedisCommands;

/** Sends commands between {@code MULTI} and {@code EXEC}, as one message of a connection. */
final class Transaction {

  private Transaction() {}

  /** Sends commands once. Completes with their answers; fails if one of them is refused. */
  static CompletableFuture<List<Object>> send(
      RedisConnection connection, List<Scripts.Command> commands) {
    List<CommandData<?, ?>> all = new ArrayList<>(commands.size() + 2);
    all.add(connection.create(ByteArrayCodec.INSTANCE, RedisCommands.MULTI));
    for (Scripts.Command each : commands) {
      all.add(connection.create(ByteArrayCodec.INSTANCE, each.command, each.parameters));
    }
    CommandData<List<Object>, List<Object>> end =
        connection.create(ByteArrayCodec.INSTANCE, RedisCommands.EXEC);
    all.add(end);
    CompletableFuture<Void> done = new CompletableFuture<>();
    endInTime(connection.getRedisClient(), done);
    connection
        .send(new CommandsData(done, all, false, true, false, false))
        .addListener(
            sent -> {
              if (!sent.isSuccess()) {
                done.completeExceptionally(sent.cause());
              }
            });
    return done.thenCompose(ended -> end.getPromise());
  }

  private static void endInTime(RedisClient client, CompletableFuture<Void> done) {
    Timeout timeout =
        client
            .getTimer()
            .newTimeout(
                overdue ->
                    done.completeExceptionally(
                        new RedisTimeoutException("no answer to a transaction")),
                client.getCommandTimeout(),
                TimeUnit.MILLISECONDS);
    done.whenComplete((ended, failure) -> timeout.cancel());
  }
}
