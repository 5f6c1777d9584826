package io.callbox.testkit.network;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One node's end of the network, from its start to its end. Safe for use by many threads. */
final class NodeLink {

  private enum State {
    ENABLED,
    DISABLED,
    DELETED
  }

  private final String node;
  private final boolean succeedsDeleted;
  private final List<QueueConsumer> consumers = new CopyOnWriteArrayList<>();

  /** Guards waits for a change: threads that take race with the test that enables and wakes. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final Set<Delivery> inHand = ConcurrentHashMap.newKeySet();
  private volatile State state = State.ENABLED;
  private volatile long leaseEndNanos;

  @GuardedBy("lock")
  private long wakeUps;

  /** Creates the end of a node, in place of its previous end. */
  NodeLink(String node, @Nullable NodeLink before) {
    this.node = node;
    this.succeedsDeleted = before != null && before.isDeleted();
  }

  String node() {
    return node;
  }

  /** Returns whether the node has crashed and starts again. */
  boolean succeedsDeleted() {
    return succeedsDeleted;
  }

  boolean isEnabled() {
    return state == State.ENABLED;
  }

  /**
   * Returns whether the node is deleted: its actions have no effect, although it may not notice.
   */
  boolean isDeleted() {
    return state == State.DELETED;
  }

  void enable(boolean enabled) {
    if (!isDeleted()) {
      change(enabled ? State.ENABLED : State.DISABLED);
    }
  }

  void delete() {
    change(State.DELETED);
  }

  /** Sets the end of its leases. */
  void renewed(long endNanos) {
    leaseEndNanos = endNanos;
  }

  /** Returns whether its leases are valid; otherwise its node takes nothing. */
  boolean leaseLasts(long nowNanos) {
    return nowNanos < leaseEndNanos;
  }

  /** Notes a request that was taken and must be answered. */
  void hold(Delivery request) {
    inHand.add(request);
  }

  /** Notes a request that was answered or given back. */
  void answered(Delivery request) {
    inHand.remove(request);
  }

  int inHand() {
    return inHand.size();
  }

  /** Adds a consumer whose take ends when the state of this end changes. */
  void add(QueueConsumer consumer) {
    consumers.add(consumer);
  }

  void remove(QueueConsumer consumer) {
    consumers.remove(consumer);
  }

  /** Waits until the state changes or a thread is woken. */
  void awaitChange(Duration wait) {
    lock.lock();
    try {
      long left = wait.toNanos();
      long before = wakeUps;
      while (!isEnabled() && before == wakeUps && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  void wakeUp() {
    lock.lock();
    try {
      wakeUps++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void change(State next) {
    state = next;
    wakeUp();
    consumers.forEach(QueueConsumer::wakeUp);
  }
}
