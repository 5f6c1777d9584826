package io.callbox.testkit.network;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Takes one message at a time, and only when it is told to, so that threads never decide which
 * worker takes a message. The thread that tells it, and the one that ends it, wake it.
 */
final class StepConsumer implements QueueConsumer {

  /** The interval at which it looks whether it has missed a wake-up. */
  private static final long LOOK_MILLIS = 1_000;

  private final QueueConsumer broker;
  private volatile List<QueueName> queues;
  private final NodeWork node;
  private final boolean replies;

  /**
   * The monitor guards the following fields: the thread that takes races with the thread that tells
   * it to take, and with the one that wakes it.
   */
  @GuardedBy("this")
  private int room;

  @GuardedBy("this")
  private boolean waits;

  @GuardedBy("this")
  private boolean told;

  @GuardedBy("this")
  private boolean woken;

  StepConsumer(QueueConsumer broker, List<QueueName> queues, NodeWork node) {
    this.broker = broker;
    this.queues = queues;
    this.node = node;
    this.replies = Keys.isReplies(queues.get(0));
  }

  List<QueueName> queues() {
    return queues;
  }

  @Override
  public void check() {
    broker.check();
  }

  @Override
  public void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    broker.serve(newQueues);
  }

  @Override
  public void pause(Set<QueueName> paused) {
    broker.pause(paused);
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    if (!awaitTurn(max)) {
      return 0;
    }
    try {
      return broker.take(1, Duration.ZERO, taken -> pass(taken, receiver));
    } finally {
      turnEnded();
    }
  }

  private void pass(List<Delivery> taken, Receiver receiver) {
    if (!replies) {
      taken.stream()
          .filter(delivery -> !Envelope.of(delivery.message()).id().isEmpty())
          .forEach(node.end::hold);
      node.tasks.taken(taken.size());
    }
    receiver.receive(taken);
  }

  private synchronized boolean awaitTurn(int max) {
    room = Math.max(room, max + node.end.inHand());
    waits = true;
    node.changed();
    try {
      while (!told && !woken) {
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    waits = false;
    woken = false;
    return told;
  }

  private synchronized void turnEnded() {
    told = false;
  }

  /** Lets it take the next message. */
  synchronized void tell() {
    told = true;
    notifyAll();
  }

  /** Returns whether it could take a message now. */
  synchronized boolean mayTake() {
    return waits && !told && node.end.isEnabled() && isCurrent();
  }

  /** Returns whether it takes, or will soon take again. */
  synchronized boolean isAtWork() {
    return told || (!waits && (room == 0 || node.end.inHand() < room) && isCurrent());
  }

  private boolean isCurrent() {
    return replies || node.end.leaseLasts(node.clock.nanoTime());
  }

  @Override
  public long unanswered() {
    return broker.unanswered();
  }

  @Override
  public synchronized void wakeUp() {
    woken = true;
    notifyAll();
  }

  @Override
  public void close() {
    node.ended(this);
    broker.close();
  }
}
