package io.callbox.testkit.network;

import io.callbox.node.RpcNode;
import io.callbox.testkit.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the work of one node of a network in lockstep: it knows exactly whether the node is at
 * work, or whether only time or a message can change anything. Safe for use by many threads.
 */
final class NodeWork {

  final NodeLink end;
  final CallWatch calls = new CallWatch(this);
  final TaskWatch tasks = new TaskWatch(this);
  final ClockDriver mover;
  final StepClock clock;

  private final VirtualClock time;
  private final Trace trace;
  private final List<StepConsumer> consumers = new CopyOnWriteArrayList<>();

  /** Calls whose requests are withdrawn, each in its turn. */
  private final AtomicInteger withdrawing = new AtomicInteger();

  private volatile @Nullable RpcNode node;
  private volatile boolean closed;

  NodeWork(NodeLink end, VirtualClock time, Trace trace, ClockDriver mover) {
    this.mover = mover;
    this.end = end;
    this.time = time;
    this.trace = trace;
    this.clock = new StepClock(time);
  }

  void started(RpcNode newNode) {
    node = newNode;
  }

  /** Notes that the node may have no more work. */
  void changed() {
    mover.wake();
  }

  void trace(String line) {
    trace.add(end.node() + ' ' + line);
  }

  void add(StepConsumer consumer) {
    consumers.add(consumer);
  }

  List<StepConsumer> consumers() {
    return consumers;
  }

  /** Notes that a consumer has ended, because its node is closed. */
  void ended(StepConsumer consumer) {
    consumers.remove(consumer);
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  void later(Duration delay, Runnable task) {
    time.after(delay, task);
  }

  /**
   * Ends a call at its deadline, unless it has ended; soon, if the rest is a fraction of a
   * millisecond.
   */
  void deadline(BooleanSupplier over) {
    lookForOverdue(over);
    if (!over.getAsBoolean()) {
      later(Duration.ofMillis(1), () -> lookForOverdue(over));
    }
  }

  private void lookForOverdue(BooleanSupplier over) {
    if (!over.getAsBoolean() && !closed) {
      clock.look(() -> waitingCalls() > 0 && !closed);
    }
  }

  /**
   * Withdraws the request of a call in its turn. The turn is scheduled before the call counts as
   * waiting for it, because time may pass from then on.
   */
  void withdraw(Duration delay, Runnable step) {
    later(
        delay,
        () -> {
          withdrawing.decrementAndGet();
          step.run();
        });
    withdrawing.incrementAndGet();
  }

  int waitingCalls() {
    RpcNode started = node;
    return started == null ? 0 : started.stats().waitingCalls();
  }

  /** Returns the current work of the node; null if nothing more follows by itself. */
  @Nullable String work() {
    if (closed) {
      return null;
    }
    for (StepConsumer consumer : consumers) {
      if (consumer.isAtWork()) {
        return end.node() + " handles what it has taken";
      }
    }
    if (tasks.isAtWork()) {
      return end.node() + " serves a request";
    }
    return callsEnding() > calls.ending() ? end.node() + " hears of the end of a call" : null;
  }

  /**
   * Returns how many calls have an outcome that not all callbacks have received. It reads the
   * ending calls first, so that none counts as received before it counts as ended.
   */
  private long callsEnding() {
    long over = calls.over();
    int back = withdrawing.get();
    int waiting = waitingCalls();
    return calls.begun() - over - back - waiting;
  }
}
