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

  private final TakeScript script;
  private final List<QueueWait> waits = new ArrayList<>();

  /** Guards what follows: waits complete on Redisson's threads, takes run on the loop's. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private Receiver receiver = taken -> {};
  private @Nullable RuntimeException failure;
  private Duration patience = Duration.ZERO;
  private int room;

  /** With no more room than this, the loop had better see whether there is more by now. */
  private int low;

  /** Whether the take is to end, or about to. */
  private boolean ending;

  /** How many questions for the companions of a message are under way. */
  private int asking;

  private int first;

  HoldingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.script = new TakeScript(scripts);
    for (QueueName queue : queues) {
      QueueName taken = holder == null ? null : queue.taken(holder);
      waits.add(new QueueWait(scripts, queue, taken, this::completed));
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
    int most = TakeScript.atMost(max);
    List<Delivery> taken;
    try {
      taken = script.take(wait.queue, wait.taken, most, null).toCompletableFuture().join();
    } catch (CompletionException broken) {
      throw RedisFailure.of(wait.queue, broken);
    }
    wait.asked(most, taken.size());
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return taken.size();
  }

  private int awaitArrival(int max, Duration wait, Receiver newReceiver) {
    lock.lock();
    try {
      room = max;
      low = max / 2;
      receiver = newReceiver;
      patience = wait;
      waits.forEach(each -> each.startUnlessWaiting(wait));
      awaitEnd(wait.toNanos());
      RuntimeException failed = failure;
      failure = null;
      if (room == max && failed != null) {
        throw failed;
      }
      return max - room;
    } finally {
      room = 0;
      ending = false;
      lock.unlock();
    }
  }

  /** Meanwhile all that comes is handed over by the threads that read from Redis. */
  private void awaitEnd(long nanos) {
    long left = nanos;
    try {
      while (room > low && failure == null && !ending && left > 0) {
        left = changed.awaitNanos(left);
      }
      ending = true;
      while (asking > 0) {
        changed.await(); // Redisson answers, or fails in time
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
      script.lost();
    }
    lock.lock();
    try {
      if (broken != null) {
        wait.busy = true; // a full Redis refuses the wait, but not the script that takes
        failure = RedisFailure.of(wait.queue, broken);
        changed.signal();
      } else if (message != null && room > 0) {
        room--;
        arrived(wait, wait.delivery(message));
      } else if (message != null) {
        wait.busy = true;
        script.handBack(wait.delivery(message));
      } else {
        goOn(wait);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Messages that come together are handed over together: each on its own would be answered on its
   * own, and its caller's next call would come alone again.
   */
  private void arrived(QueueWait wait, Delivery message) {
    boolean crowd = wait.arrived(message.message().length);
    if (!crowd || room == 0) {
      receiver.receive(List.of(message));
    }
    if (!wait.busy || room == 0) {
      goOn(wait);
    } else {
      ask(wait, crowd ? message : null);
    }
  }

  /**
   * Hands the message that is {@code waiting}, if one is, over together with what else there is.
   */
  private void ask(QueueWait wait, @Nullable Delivery waiting) {
    int most = TakeScript.atMost((room + 1) / 2); // the rest is for other queues meanwhile
    room -= most;
    asking++;
    script
        .take(wait.queue, wait.taken, most, waiting)
        .whenComplete((taken, broken) -> companionsCame(wait, waiting, most, taken));
  }

  private void companionsCame(
      QueueWait wait, @Nullable Delivery waiting, int most, @Nullable List<Delivery> answer) {
    List<Delivery> alone = waiting == null ? List.of() : List.of(waiting);
    List<Delivery> taken = answer == null ? alone : answer;
    int others = taken.size() - alone.size();
    if (answer != null) {
      wait.asked(most, others);
    }
    lock.lock();
    try {
      asking--;
      room += most - others;
      if (!taken.isEmpty()) {
        receiver.receive(taken);
      }
      goOn(wait);
    } finally {
      lock.unlock();
    }
  }

  /** The loop's thread sleeps on as long as there is much room. */
  private void goOn(QueueWait wait) {
    if (room > low && !ending) {
      wait.startUnlessWaiting(patience);
    } else if (asking == 0) {
      changed.signal();
    }
  }

  @Override
  public void wakeUp() {
    lock.lock();
    try {
      ending = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long unanswered() {
    return script.unanswered();
  }

  /** Waits for the waits under way, which are short, and hands back what they still bring. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    for (QueueWait wait : waits) {
      wait.end(end - System.nanoTime());
    }
  }
}
