package io.callbox.internal.redisson.failure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The answer of a command that Redisson may fail to send, or to get answered. */
public final class CommandAnswer {

  private CommandAnswer() {}

  /** Completes like the command. A closed client refuses the command at once. */
  public static <T> void whenAnswered(
      Supplier<? extends CompletionStage<T>> command, CompletableFuture<T> answer) {
    try {
      command
          .get()
          .whenComplete(
              (done, failure) -> {
                if (failure == null) {
                  answer.complete(done);
                } else {
                  answer.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException closed) {
      answer.completeExceptionally(closed);
    }
  }
}
