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
 * What one node of a network in lockstep is at, in exact counts: whether it is at work, or whether
 * only time, or a message, can change anything. Safe for use by many threads.
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

  /** Calls that are taken back, each when its turn comes. */
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

  /** It may have nothing more to do. */
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

  /** A consumer has ended, as all do when their node is closed. */
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
   * The time of a call is over, unless it has ended; if it is a fraction of a millisecond, soon.
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
   * Takes a call back when its turn comes. That it will come is settled before the call counts as
   * one that waits for it: time may pass from then on.
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

  /** What the node is at; null if nothing more comes of anything by itself. */
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
   * How many calls have their outcome, of which not everybody has heard. What ends meanwhile is
   * read first, so that it is not counted as heard before it is counted as ended.
   */
  private long callsEnding() {
    long over = calls.over();
    int back = withdrawing.get();
    int waiting = waitingCalls();
    return calls.begun() - over - back - waiting;
  }
}
