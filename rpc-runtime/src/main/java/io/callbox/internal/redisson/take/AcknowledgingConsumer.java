package io.callbox.internal.redisson.take;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.redisson.script.Scripts;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages into the lists of a worker, where they stay until they are acknowledged, so that
 * no crash loses a message. Without a worker, taking a message acknowledges it.
 *
 * <p>Each command uses one queue, so the queues may lie in any slots of a Redis Cluster. If a queue
 * has just had a message, a script takes more, many messages at a time. If a queue is empty, {@code
 * BLMOVE} waits for it and takes one message; each such wait has its own connection. A message that
 * arrives when there is no room for it goes back at once, so that others can take it. The next take
 * gets messages from late answers.
 */
final class AcknowledgingConsumer implements QueueConsumer {

  private final TakeScript script;
  private final Scripts scripts;
  private final @Nullable Worker holder;

  /**
   * Written under the lock: a thread that changes the queues races with a thread that pauses some.
   */
  private volatile List<BlockingPop> waits;

  @GuardedBy("lock")
  private Set<QueueName> paused = Set.of();

  private final ReentrantLock lock = new ReentrantLock();
  private final LateMessages late;
  private final BusyQueues busy;

  @GuardedBy("lock")
  private final BetweenTakes between;

  private final WaitingTake waiting;

  AcknowledgingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.scripts = scripts;
    this.holder = holder;
    this.script = new TakeScript(scripts);
    this.late = new LateMessages(script);
    this.between = new BetweenTakes(script);
    this.waiting = new WaitingTake(script, late, between, () -> waits, lock);
    this.busy = new BusyQueues(script, waiting::came, () -> waits);
    this.waits = queues.stream().map(this::waitFor).toList();
  }

  private BlockingPop waitFor(QueueName queue) {
    QueueName taken = holder == null ? null : queue.taken(holder);
    return new BlockingPop(scripts, queue, taken, waiting, lock);
  }

  @Override
  public void check() {
    waits.forEach(BlockingPop::check);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    int taken = late.take(max, receiver);
    if (taken < max) {
      taken += takeBusy(max - taken, receiver, taken > 0);
    }
    if (taken == 0) {
      return waiting.take(max, requestsPerMessage(), wait, receiver);
    }
    listenToSilent(wait, receiver);
    return taken;
  }

  /**
   * Takes from busy queues. If this fails after the take has passed messages on, the take still
   * counts, and the next one fails.
   */
  private int takeBusy(int max, Receiver receiver, boolean handedOver) {
    try {
      return busy.take(max, receiver);
    } catch (RpcException failure) {
      if (handedOver) {
        return 0;
      }
      throw failure;
    }
  }

  private int requestsPerMessage() {
    int most = 1;
    for (BlockingPop wait : waits) {
      most = Math.max(most, wait.activity.requestsPerMessage());
    }
    return most;
  }

  /** Waits for the queues that had no messages, even while one queue always has some. */
  private void listenToSilent(Duration wait, Receiver receiver) {
    lock.lock();
    try {
      between.next(receiver, wait); // messages after this take go to the same receiver
      for (BlockingPop each : waits) {
        if (!each.isBusy()) {
          each.startUnlessResting(wait);
        }
      }
      between.listenToAll(waits);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void listenToAll() {
    lock.lock();
    try {
      between.listenToAll(waits);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void listen(QueueName queue) {
    lock.lock();
    try {
      for (BlockingPop wait : waits) {
        if (wait.queue.equals(queue)) {
          between.listen(wait);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void wakeUp() {
    waiting.wakeUp();
  }

  /**
   * Sets the queues. Guard against race between two threads that do: the connections of one would
   * never be closed.
   */
  @Override
  public synchronized void serve(List<QueueName> queues) {
    Map<QueueName, BlockingPop> before = new HashMap<>();
    waits.forEach(wait -> before.put(wait.queue, wait));
    List<BlockingPop> after = new ArrayList<>();
    for (QueueName queue : queues) {
      BlockingPop known = before.remove(queue);
      after.add(known == null ? checked(waitFor(queue)) : known);
    }
    lock.lock();
    try {
      waits = List.copyOf(after);
      waits.forEach(wait -> wait.pause(paused.contains(wait.queue)));
      waiting.queuesChanged();
    } finally {
      lock.unlock();
    }
    before.values().forEach(BlockingPop::retire);
    late.putBackPaused();
  }

  private static BlockingPop checked(BlockingPop wait) {
    try {
      wait.check();
      return wait;
    } catch (RpcException denied) {
      wait.retire();
      throw denied;
    }
  }

  @Override
  public void pause(Set<QueueName> queues) {
    lock.lock();
    try {
      paused = Set.copyOf(queues);
      waits.forEach(wait -> wait.pause(paused.contains(wait.queue)));
    } finally {
      lock.unlock();
    }
    late.putBackPaused();
  }

  @Override
  public @Nullable String trouble() {
    for (BlockingPop wait : waits) {
      if (wait.isFailing() && !wait.isPaused()) {
        return "cannot take from " + wait.queue;
      }
    }
    return null;
  }

  @Override
  public long unanswered() {
    return script.unanswered();
  }

  /**
   * Ends the waits between takes. Guard against race with a wait that ends: from here on its
   * message goes back.
   */
  private void endBetweenTakes() {
    lock.lock();
    try {
      between.end();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the waits under way, which are short or have been ended, and puts the messages that
   * they take back.
   */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    endBetweenTakes();
    waits.forEach(BlockingPop::unblock);
    for (BlockingPop wait : waits) {
      wait.end(end - System.nanoTime());
    }
    late.close();
  }
}
