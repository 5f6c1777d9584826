package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is there for a holder, many messages at a time, without waiting; and counts the
 * commands that remained without an answer. Safe for use by many threads.
 */
final class TakeScript {

  private static final int MOST = 1_000;

  /** One for all consumers, so that what two of them took never seems to lie side by side. */
  private static final AtomicLong PLACES = new AtomicLong();

  private final Scripts scripts;
  private final LongAdder unanswered = new LongAdder();

  TakeScript(Scripts scripts) {
    this.scripts = scripts;
  }

  /** How many to ask for where there is room for so many: a script may hold Redis up so long. */
  static int atMost(int room) {
    return Math.min(room, MOST);
  }

  /**
   * Takes at most so many. A client that is closed may refuse at once, which is a failure, too.
   *
   * @param max no more than {@link #atMost} says
   * @param older what was taken from the queue just before, and is answered with the others; they
   *     lie beside it
   */
  CompletionStage<List<Delivery>> take(
      QueueName queue, @Nullable QueueName taken, int max, @Nullable Delivery older) {
    byte[] most = Scripts.text(max);
    return counted(() -> scripts.list(Lua.TAKE, keys(queue, taken), most))
        .thenApply(messages -> neighbours(queue, taken, older, messages));
  }

  private static List<Delivery> neighbours(
      QueueName queue, @Nullable QueueName taken, @Nullable Delivery older, List<byte[]> messages) {
    List<Delivery> deliveries = new ArrayList<>(messages.size() + 1);
    long place = PLACES.getAndAdd(messages.size() + 2L);
    if (older != null) {
      deliveries.add(new Delivery(queue, older.message(), taken, ++place));
    }
    for (byte[] message : messages) {
      deliveries.add(new Delivery(queue, message, taken, ++place));
    }
    return deliveries;
  }

  /**
   * Puts a message back. If this fails, it stays with its holder, who finds it again; without one,
   * it is lost.
   */
  void handBack(Delivery message) {
    List<QueueName> keys = keys(message.queue(), message.taken());
    counted(() -> scripts.number(Lua.HAND_BACK, keys, message.message()));
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

  private static List<QueueName> keys(QueueName queue, @Nullable QueueName taken) {
    return taken == null ? List.of(queue) : List.of(queue, taken);
  }
}
