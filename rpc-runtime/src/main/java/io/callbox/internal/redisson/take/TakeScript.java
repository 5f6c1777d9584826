package io.callbox.internal.redisson.take;

import io.callbox.internal.redisson.queue.QueueReturns;
import io.callbox.internal.redisson.script.KeptTimes;
import io.callbox.internal.redisson.script.LuaScript;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the waiting messages of a queue for a holder, many at a time, without waiting. Counts the
 * commands without an answer. Safe for use by many threads.
 */
final class TakeScript {

  /**
   * Counts the places of messages. All consumers share it, so that messages of two consumers never
   * seem to be neighbours.
   */
  private static final AtomicLong PLACES = new AtomicLong();

  private final Scripts scripts;
  private final QueueReturns returns;
  private final LongAdder unanswered = new LongAdder();

  TakeScript(Scripts scripts) {
    this.scripts = scripts;
    this.returns = new QueueReturns(scripts);
  }

  /**
   * The bounds of a take.
   *
   * @param messages the maximum number of messages
   * @param requests the maximum number of requests; a chunk contains several
   * @param bytes the number of bytes after which no further message follows
   * @param spare the number of requests by which a chunk may exceed that
   */
  record Bound(int messages, int requests, long bytes, int spare) {

    /** Creates a bound that no chunk may exceed. */
    Bound(int messages, int requests, long bytes) {
      this(messages, requests, bytes, 0);
    }

    /** Returns the same bound, which a chunk may exceed by this number of requests. */
    Bound with(int newSpare) {
      return new Bound(messages, requests, bytes, newSpare);
    }

    /** Returns whether there was room for more than these messages. */
    boolean isAbove(List<Delivery> taken) {
      long length = 0;
      for (Delivery each : taken) {
        length += each.message().length;
      }
      return taken.size() < messages && length < bytes;
    }
  }

  /**
   * Returns the bound of a question with this much room; a script must not block Redis for too
   * long.
   *
   * @param each the number of requests that a message may contain
   */
  static Bound bound(int requests, int each, long bytes) {
    int most = Math.min(requests, Portion.MESSAGES);
    int messages = Math.min(most, Math.max(1, most / each));
    return new Bound(messages, most, Math.min(bytes, Portion.BYTES));
  }

  /**
   * Takes messages within a bound. A closed client may refuse at once, which becomes a failed
   * stage.
   *
   * @param bound its number of messages and its number of requests are at least 1
   * @param older the message that was taken from the queue just before; it becomes a part of the
   *     answer, and is the neighbour of the others
   */
  CompletionStage<List<Delivery>> take(
      QueueName queue, @Nullable QueueName taken, Bound bound, @Nullable Delivery older) {
    Object[] values = {
      Scripts.text(bound.messages), Scripts.text(bound.bytes), KeptTimes.ofDeadWorkers()
    };
    return counted(() -> scripts.list(LuaScript.TAKE, keys(queue, taken), values))
        .thenApply(messages -> neighbours(queue, taken, older, messages))
        .thenCompose(
            messages -> within(bound.requests + (older == null ? 0 : 1), bound.spare, messages));
  }

  /**
   * Puts back requests beyond this number, so that the oldest of them is the next to be taken.
   *
   * @param spare the number by which a chunk may exceed that
   */
  CompletionStage<List<Delivery>> within(int max, int spare, List<Delivery> taken) {
    List<Delivery> kept = new ArrayList<>(taken.size());
    int room = max;
    for (Delivery each : taken) {
      int requests = each.requests();
      if (room <= 0 || requests > room + spare) {
        break;
      }
      kept.add(each);
      room -= requests;
    }
    if (kept.size() == taken.size()) {
      return CompletableFuture.completedFuture(taken);
    }
    int first = kept.size() + (room > 0 ? 1 : 0);
    for (int index = taken.size() - 1; index >= first; index--) {
      returnToQueue(taken.get(index));
    }
    return room <= 0
        ? CompletableFuture.completedFuture(kept)
        : keepPart(taken.get(kept.size()), room).handle((part, failure) -> with(part, kept));
  }

  private static List<Delivery> with(@Nullable Delivery part, List<Delivery> kept) {
    if (part != null) {
      kept.add(part);
    }
    return kept;
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
   * Puts a message back. If this fails, it stays with its holder, which finds it again; without a
   * holder, it is lost.
   */
  void returnToQueue(Delivery message) {
    counted(() -> returns.put(message));
  }

  /** Puts messages back, so that the oldest is taken next. */
  void returnAll(List<Delivery> messages) {
    for (int index = messages.size() - 1; index >= 0; index--) {
      returnToQueue(messages.get(index));
    }
  }

  /**
   * Keeps this number of requests of a taken chunk, and puts the others back as the next to be
   * taken.
   *
   * @return what is kept; null if it was not known to be held, and nothing was done
   */
  CompletionStage<@Nullable Delivery> keepPart(Delivery chunk, int requests) {
    int[] bounds = Objects.requireNonNull(chunk.boundsOfRequests());
    List<byte[]> members = Chunk.members(chunk.message(), bounds);
    byte[] kept = Chunk.element(members.subList(0, requests));
    List<byte[]> rest = new ArrayList<>(members.subList(requests, members.size()));
    Collections.reverse(rest);
    Delivery part = new Delivery(chunk.queue(), kept, chunk.taken());
    if (chunk.taken() == null) {
      rest.forEach(each -> returnToQueue(new Delivery(chunk.queue(), each, null)));
      return CompletableFuture.completedFuture(part);
    }
    List<QueueName> keys = keys(chunk.queue(), chunk.taken());
    List<Object> values =
        new ArrayList<>(List.of(chunk.message(), kept, KeptTimes.ofDeadWorkers()));
    values.addAll(rest);
    return counted(() -> scripts.number(LuaScript.KEEP_PART, keys, values.toArray()))
        .thenApply(done -> done == 1 ? part : null);
  }

  /** Counts another command that has remained without an answer. */
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
