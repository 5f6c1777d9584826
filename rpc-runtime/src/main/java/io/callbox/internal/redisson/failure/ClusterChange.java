package io.callbox.internal.redisson.failure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.redisson.client.RedisClusterDownException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisMasterDownException;
import org.redisson.client.RedisNodeNotFoundException;
import org.redisson.client.RedisTryAgainException;

/**
 * Repeats a command that was not executed because the servers are changing: Redisson knows no
 * server for its key, or the server refuses all commands for now. Redisson repeats such a command
 * as often as its settings say, which may be for less than a second, and a subscription not at all.
 * Safe for use by many threads.
 */
public final class ClusterChange {

  /** The maximum duration of a change. It is less than the start of a node waits for an answer. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private static final Executor NEXT = Later.after(Duration.ofMillis(200));

  private ClusterChange() {}

  /**
   * Sends a command until it is executed, fails in another way, or the change takes too long.
   *
   * @param command must not wait; may be executed twice, as Redisson may have sent it before
   */
  public static <T> CompletableFuture<T> outlasted(Supplier<? extends CompletionStage<T>> command) {
    return outlasted(command, LONGEST);
  }

  static <T> CompletableFuture<T> outlasted(
      Supplier<? extends CompletionStage<T>> command, Duration longest) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    send(command, System.nanoTime() + longest.toNanos(), answer);
    return answer;
  }

  private static <T> void send(
      Supplier<? extends CompletionStage<T>> command, long endNanos, CompletableFuture<T> answer) {
    CompletableFuture<T> attempt = new CompletableFuture<>();
    CommandAnswer.whenAnswered(command, attempt);
    attempt.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            answer.complete(done);
          } else if (isCauseOf(failure) && System.nanoTime() - endNanos < 0) {
            NEXT.execute(() -> send(command, endNanos, answer));
          } else {
            answer.completeExceptionally(RedisFailure.unwrapped(failure));
          }
        });
  }

  /** Returns whether a command was not executed because the servers are changing. */
  public static boolean isCauseOf(Throwable failure) {
    Throwable cause = RedisFailure.unwrapped(failure);
    return cause instanceof RedisNodeNotFoundException
        || cause instanceof RedisClusterDownException
        || cause instanceof RedisMasterDownException
        || cause instanceof RedisLoadingException
        || cause instanceof RedisTryAgainException;
  }
}
