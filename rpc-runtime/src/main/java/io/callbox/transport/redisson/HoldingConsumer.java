package io.callbox.transport.redisson;

import io.callbox.rpc.RpcException;
import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages into the lists of a holder, where they stay until they are acknowledged: no crash
 * loses one. Without a holder, taking is the acknowledgment.
 *
 * <p>Each command touches one queue, so the queues may lie in any slots of a Redis Cluster. A queue
 * that has just had something is asked for more by script, many messages at a time. A queue that
 * has nothing is waited for by {@code BLMOVE}, which takes one; each such wait has a connection. A
 * message that arrives when there is no room for it goes back at once, to be taken by others.
 */
final class HoldingConsumer implements Consumer {

  private final Scripts scripts;
  private final @Nullable Worker holder;
  private final List<QueueWait> waits = new ArrayList<>();
  private final LongAdder unanswered = new LongAdder();

  /** Guards what follows: waits complete on Redisson's threads, takes run on the loop's. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private Receiver receiver = taken -> {};
  private @Nullable RuntimeException failure;
  private Duration patience = Duration.ZERO;
  private int room;
  private int first;

  HoldingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.scripts = scripts;
    this.holder = holder;
    for (QueueName queue : queues) {
      waits.add(new QueueWait(scripts, queue, holder, this::completed));
    }
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    int taken = takeFromBusy(max, receiver);
    if (taken == 0) {
      return awaitArrival(max, wait, receiver);
    }
    listenToSilent(wait);
    return taken;
  }

  /** While one queue always has something, others that had nothing must still be heard. */
  private void listenToSilent(Duration wait) {
    for (QueueWait each : waits) {
      if (!each.busy) {
        each.startUnlessWaiting(wait);
      }
    }
  }

  /**
   * Starts at another queue each time, so that a busy one does not starve the others.
   *
   * @throws io.callbox.rpc.RpcException if a queue cannot be asked, and nothing was taken before it
   */
  private int takeFromBusy(int max, Receiver receiver) {
    first = (first + 1) % waits.size();
    int taken = 0;
    try {
      for (int turn = 0; turn < waits.size() && taken < max; turn++) {
        QueueWait wait = waits.get((first + turn) % waits.size());
        taken += wait.busy ? takeNow(wait, max - taken, receiver) : 0;
      }
    } catch (RpcException broken) {
      if (taken == 0) {
        throw broken; // else the queue is still busy, and the next take asks it again
      }
    }
    return taken;
  }

  private int takeNow(QueueWait wait, int max, Receiver receiver) {
    List<byte[]> messages;
    try {
      messages =
          scripts
              .list(Lua.TAKE, withHeld(wait.queue), Scripts.text(Math.min(max, 1_000)))
              .toCompletableFuture()
              .join();
    } catch (CompletionException broken) {
      unanswered.increment();
      throw RedisFailure.of(wait.queue, broken);
    }
    wait.asked(messages.size());
    if (!messages.isEmpty()) {
      receiver.receive(
          messages.stream().map(message -> new Delivery(wait.queue, message, holder)).toList());
    }
    return messages.size();
  }

  private int awaitArrival(int max, Duration wait, Receiver newReceiver) {
    lock.lock();
    try {
      room = max;
      receiver = newReceiver;
      patience = wait;
      waits.forEach(each -> each.startUnlessWaiting(wait));
      awaitChange(max, wait.toNanos());
      RuntimeException failed = failure;
      failure = null;
      if (room == max && failed != null) {
        throw failed;
      }
      return max - room;
    } finally {
      room = 0;
      lock.unlock();
    }
  }

  private void awaitChange(int max, long nanos) {
    long left = nanos;
    try {
      while (room == max && failure == null && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Called by a wait that has ended: with a message, with nothing, or with a failure. What came is
   * handed over here, on the thread that reads from Redis, rather than when the loop's has woken.
   */
  private void completed(QueueWait wait, byte @Nullable [] message, @Nullable Throwable broken) {
    if (message == null && (broken != null || wait.isOverdue())) {
      unanswered.increment();
    }
    lock.lock();
    try {
      if (broken != null) {
        wait.busy = true; // a full Redis refuses the wait, but not the script that takes
        failure = RedisFailure.of(wait.queue, broken);
      } else if (message != null && room > 0) {
        room--;
        wait.arrived();
        receiver.receive(List.of(new Delivery(wait.queue, message, holder)));
      } else if (message != null) {
        wait.busy = true;
        handBack(wait.queue, message);
      } else if (room > 0) {
        wait.startUnlessWaiting(patience); // else nobody would hear this queue until the take ends
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * If this fails, the message stays with its holder, who finds it again; without one, it is lost.
   */
  private void handBack(QueueName queue, byte[] message) {
    scripts
        .number(Lua.HAND_BACK, withHeld(queue), message)
        .whenComplete(
            (done, failed) -> {
              if (failed != null) {
                unanswered.increment();
              }
            });
  }

  @Override
  public long unanswered() {
    return unanswered.sum();
  }

  private List<QueueName> withHeld(QueueName queue) {
    return holder == null ? List.of(queue) : List.of(queue, queue.taken(holder));
  }

  /** Waits for the waits under way, which are short, and hands back what they still bring. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    for (QueueWait wait : waits) {
      wait.awaitEnd(end - System.nanoTime());
    }
  }
}
