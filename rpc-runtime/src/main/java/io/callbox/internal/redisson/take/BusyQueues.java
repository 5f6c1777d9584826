package io.callbox.internal.redisson.take;

import io.callbox.internal.redisson.failure.RedisFailure;
import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the queues of a consumer that seem to have messages, without waiting. Belongs to the
 * consumer's thread.
 */
final class BusyQueues {

  /**
   * The time after which a take no longer waits for the answer of a queue, because other queues may
   * have messages.
   */
  static final Duration HANGS = Duration.ofMillis(200);

  private final TakeScript script;
  private final Late late;
  private final Supplier<List<BlockingPop>> current;
  private int first;

  /**
   * Creates it for some queues.
   *
   * @param late receives messages that come when the take no longer waits for them
   * @param current returns the consumer's current queues
   */
  BusyQueues(TakeScript script, Late late, Supplier<List<BlockingPop>> current) {
    this.script = script;
    this.late = late;
    this.current = current;
  }

  /** Receives messages that came late. */
  @FunctionalInterface
  interface Late {

    void came(BlockingPop wait, List<Delivery> taken);
  }

  /**
   * Takes from the queues. It starts at another queue each time, so that a busy one does not starve
   * the others.
   *
   * @throws io.callbox.rpc.RpcException if a queue does not answer, and no message was taken before
   */
  int take(int max, QueueConsumer.Receiver receiver) {
    List<BlockingPop> waits = current.get();
    first = (first + 1) % waits.size();
    int taken = 0;
    try {
      for (int turn = 0; turn < waits.size() && taken < max; turn++) {
        BlockingPop wait = waits.get((first + turn) % waits.size());
        taken += wait.isBusy() ? takeNow(wait, max - taken, receiver) : 0;
      }
    } catch (RpcException broken) {
      if (taken == 0) {
        throw broken; // otherwise the queue is still busy, and the next take asks it again
      }
    }
    return taken;
  }

  private int takeNow(BlockingPop wait, int max, QueueConsumer.Receiver receiver) {
    TakeScript.Bound bound = wait.activity.bound(max, receiver.bytesLeft());
    if (bound.bytes() < 1) {
      return 0;
    }
    wait.asked(true);
    long sent = System.nanoTime();
    CompletableFuture<List<Delivery>> question =
        script
            .take(wait.queue, wait.taken, bound.with(receiver.spare()), null)
            .whenComplete((taken, failure) -> ended(wait, bound, taken, sent))
            .toCompletableFuture();
    List<Delivery> taken = wait.isSlow() ? later(wait, question) : answer(wait, question);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return Delivery.requestsIn(taken);
  }

  private static void ended(
      BlockingPop wait, TakeScript.Bound bound, @Nullable List<Delivery> taken, long sent) {
    if (taken != null) {
      wait.activity.asked(taken, bound);
      wait.slow(System.nanoTime() - sent > HANGS.toNanos());
    }
    wait.asked(false);
  }

  /**
   * Handles a queue whose last answer came late. The take does not wait for its next answer,
   * because the other queues would be slow.
   */
  private List<Delivery> later(BlockingPop wait, CompletableFuture<List<Delivery>> question) {
    question.whenComplete(
        (taken, broken) -> {
          if (taken != null) {
            late.came(wait, taken);
          } else {
            wait.activity.seemsIdle(); // a wait learns when the server is back
          }
        });
    return List.of();
  }

  private List<Delivery> answer(BlockingPop wait, CompletableFuture<List<Delivery>> question) {
    try {
      return question.get(HANGS.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return later(wait, question);
    } catch (TimeoutException hangs) {
      wait.slow(true);
      return later(wait, question);
    } catch (ExecutionException broken) {
      if (!RedisFailure.isCut(broken)) {
        throw RedisFailure.of(wait.queue, broken);
      }
      wait.activity.seemsIdle(); // a wait learns when the server is back
    }
    return List.of();
  }
}
