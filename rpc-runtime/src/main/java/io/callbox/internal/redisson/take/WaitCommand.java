package io.callbox.internal.redisson.take;

import io.callbox.internal.redisson.connection.DirectConnection;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.queue.DequeMoveArgs;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.protocol.RedisCommand;
import org.redisson.client.protocol.RedisCommands;

/**
 * The command by which Redis waits for the next message of one queue, over a connection of its own
 * if there is one, else over one of the pool. Its user sends one at a time, under a lock; any
 * thread may call the other methods.
 */
final class WaitCommand implements AutoCloseable {

  /** The time after the end of a wait within which its answer may come. */
  static final long ANSWER_MILLIS = 3_000;

  private static final RedisCommand<Object> UNBLOCK = new RedisCommand<>("CLIENT", "UNBLOCK");

  private final Scripts scripts;
  private final QueueName queue;
  private final @Nullable QueueName taken;
  private final QueueActivity activity;
  private final DirectConnection connection;
  private final RBlockingDeque<byte[]> deque;

  /**
   * Opens the connection.
   *
   * @param taken the list to which the message moves; null if it leaves Redis
   * @param activity decides how long waits last; its user tells it their ends
   */
  WaitCommand(Scripts scripts, QueueName queue, @Nullable QueueName taken, QueueActivity activity) {
    this.scripts = scripts;
    this.queue = queue;
    this.taken = taken;
    this.activity = activity;
    this.connection = scripts.connectionTo(queue);
    connection.open(); // otherwise the first wait would use a connection of the pool
    this.deque = scripts.client().getBlockingDeque(queue.key(), ByteArrayCodec.INSTANCE);
  }

  /** Returns the duration of the next wait in seconds, if the first one lasts this long. */
  long seconds(Duration first) {
    return Math.max(1, activity.patience(first, connection.number() != null).toSeconds());
  }

  /** Waits for a message. Returns null in the stage if none has come. */
  CompletionStage<byte[]> send(long seconds) {
    scripts.count();
    if (taken == null) {
      return deque.pollLastAsync(seconds, TimeUnit.SECONDS);
    } else if (activity.isQuiet() && !connection.isNumbered()) {
      scripts.count();
      return connection.askNumber().thenCompose(asked -> move(seconds, taken));
    }
    return move(seconds, taken);
  }

  private CompletionStage<byte[]> move(long seconds, QueueName taken) {
    CompletableFuture<byte[]> direct =
        connection.send(
            TimeUnit.SECONDS.toMillis(seconds) + ANSWER_MILLIS,
            RedisCommands.BLMOVE,
            queue.key(),
            taken.key(),
            "RIGHT",
            "LEFT",
            seconds);
    if (direct != null) {
      return direct;
    }
    return deque.moveAsync(
        Duration.ofSeconds(seconds), DequeMoveArgs.pollLast().addFirstTo(taken.key()));
  }

  /** Makes Redis end a long wait, as if its time were over. */
  void unblock() {
    Long number = connection.number();
    if (number != null) {
      scripts
          .attempt(queue.key(), UNBLOCK, number)
          .exceptionally(refused -> null); // the wait then ends by itself
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
