package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
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
 * Takes messages into the lists of a holder, where they stay until they are acknowledged: no crash
 * loses one. Without a holder, taking is the acknowledgment.
 *
 * <p>Each command touches one queue, so the queues may lie in any slots of a Redis Cluster. A queue
 * that has just had something is asked for more by script, many messages at a time. A queue that
 * has nothing is waited for by {@code BLMOVE}, which takes one; each such wait has a connection. A
 * message that arrives when there is no room for it goes back at once, to be taken by others.
 */
final class AcknowledgingConsumer implements QueueConsumer {

  private final TakeScript script;
  private final Scripts scripts;
  private final @Nullable Worker holder;

  /** Written under the lock: one who changes the queues races with one who pauses some. */
  private volatile List<BlockingPop> waits;

  @GuardedBy("lock")
  private Set<QueueName> paused = Set.of();

  private final ReentrantLock lock = new ReentrantLock();
  private final BusyQueues busy;
  private final WaitingTake waiting;

  AcknowledgingConsumer(Scripts scripts, List<QueueName> queues, @Nullable Worker holder) {
    this.scripts = scripts;
    this.holder = holder;
    this.script = new TakeScript(scripts);
    this.busy = new BusyQueues(script, () -> waits);
    this.waiting = new WaitingTake(script, () -> waits, lock);
    this.waits = queues.stream().map(this::waitFor).toList();
  }

  private BlockingPop waitFor(QueueName queue) {
    QueueName taken = holder == null ? null : queue.taken(holder);
    return new BlockingPop(scripts, queue, taken, waiting);
  }

  @Override
  public void check() {
    waits.forEach(BlockingPop::check);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    int taken = busy.take(max, receiver);
    if (taken == 0) {
      return waiting.take(max, requestsPerMessage(), wait, receiver);
    }
    listenToSilent(wait);
    return taken;
  }

  private int requestsPerMessage() {
    int most = 1;
    for (BlockingPop wait : waits) {
      most = Math.max(most, wait.activity.requestsPerMessage());
    }
    return most;
  }

  /** While one queue always has something, others that had nothing must still be heard. */
  private void listenToSilent(Duration wait) {
    for (BlockingPop each : waits) {
      if (!each.isBusy()) {
        each.startUnlessWaiting(wait);
      }
    }
  }

  @Override
  public void wakeUp() {
    waiting.wakeUp();
  }

  /** Guard against race of two who serve: the connections of one would never be closed. */
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
  }

  @Override
  public long unanswered() {
    return script.unanswered();
  }

  /** Waits for the waits under way, which are short or ended, and hands back what they bring. */
  @Override
  public void close() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    waits.forEach(BlockingPop::unblock);
    for (BlockingPop wait : waits) {
      wait.end(end - System.nanoTime());
    }
  }
}
