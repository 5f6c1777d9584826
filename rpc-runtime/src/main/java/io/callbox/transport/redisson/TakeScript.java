package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is there for a holder, many messages at a time, without waiting; and counts the
 * commands that remained without an answer. Safe for use by many threads.
 */
final class TakeScript {

  private static final int MOST = 1_000;

  private final Scripts scripts;
  private final @Nullable Worker holder;
  private final LongAdder unanswered = new LongAdder();

  TakeScript(Scripts scripts, @Nullable Worker holder) {
    this.scripts = scripts;
    this.holder = holder;
  }

  /** Takes at most so many. A client that is closed may refuse at once, which is a failure, too. */
  CompletionStage<List<Delivery>> take(QueueName queue, int max) {
    return counted(() -> scripts.list(Lua.TAKE, withHeld(queue), Scripts.text(Math.min(max, MOST))))
        .thenApply(messages -> messages.stream().map(each -> delivery(queue, each)).toList());
  }

  /**
   * Puts a message back. If this fails, it stays with its holder, who finds it again; without one,
   * it is lost.
   */
  void handBack(QueueName queue, byte[] message) {
    counted(() -> scripts.number(Lua.HAND_BACK, withHeld(queue), message));
  }

  Delivery delivery(QueueName queue, byte[] message) {
    return new Delivery(queue, message, holder);
  }

  /** Another command has remained without an answer. */
  void lost() {
    unanswered.increment();
  }

  long unanswered() {
    return unanswered.sum();
  }

  private <T> CompletionStage<T> counted(Supplier<CompletionStage<T>> command) {
    CompletionStage<T> answer;
    try {
      answer = command.get();
    } catch (RuntimeException closed) {
      answer = CompletableFuture.failedFuture(closed);
    }
    return answer.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            lost();
          }
        });
  }

  private List<QueueName> withHeld(QueueName queue) {
    return holder == null ? List.of(queue) : List.of(queue, queue.taken(holder));
  }
}
