package io.callbox.transport.redisson;

import io.callbox.rpc.RpcException;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Takes from the queues of a consumer that seem to have messages, without waiting. Belongs to the
 * consumer's thread.
 */
final class BusyQueues {

  /** Redisson answers or fails in less time. */
  static final Duration ANSWER_BOUND = Duration.ofSeconds(30);

  private final TakeScript script;
  private final Supplier<List<BlockingPop>> current;
  private int first;

  /**
   * Of some queues.
   *
   * @param current returns the consumer's current queues
   */
  BusyQueues(TakeScript script, Supplier<List<BlockingPop>> current) {
    this.script = script;
    this.current = current;
  }

  /**
   * Starts at another queue each time, so that a busy one does not starve the others.
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
        throw broken; // else the queue is still busy, and the next take asks it again
      }
    }
    return taken;
  }

  private int takeNow(BlockingPop wait, int max, QueueConsumer.Receiver receiver) {
    TakeScript.Bound bound = wait.activity.bound(max, receiver.bytesLeft());
    if (bound.bytes() < 1) {
      return 0;
    }
    List<Delivery> taken =
        answer(wait, script.take(wait.queue, wait.taken, bound.with(receiver.spare()), null));
    wait.activity.asked(taken, bound);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return TakeScript.requests(taken);
  }

  /** A message that comes too late stays in its holder's list, where it is found. */
  private List<Delivery> answer(BlockingPop wait, CompletionStage<List<Delivery>> question) {
    try {
      return question.toCompletableFuture().get(ANSWER_BOUND.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      script.lost();
      return List.of();
    } catch (ExecutionException broken) {
      throw RedisFailure.of(wait.queue, broken);
    } catch (TimeoutException late) {
      script.lost();
      throw RedisFailure.of(wait.queue, late);
    }
  }
}
