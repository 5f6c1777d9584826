package io.callbox.transport.redisson;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The queues that one command takes from: those that are not paused. For many threads. */
final class ServedQueues {

  @GuardedBy("this")
  private List<QueueName> queues;

  @GuardedBy("this")
  private Set<QueueName> paused = Set.of();

  private volatile List<QueueName> now;

  ServedQueues(List<QueueName> queues) {
    this.queues = List.copyOf(queues);
    this.now = this.queues;
  }

  /** Returns all queues if all are paused, because a take needs a queue to wait for. */
  List<QueueName> now() {
    return now;
  }

  /** From now on, these queues and no others. */
  synchronized void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    choose();
  }

  /** From now on, these are paused and no others. */
  synchronized void pause(Set<QueueName> newlyPaused) {
    paused = Set.copyOf(newlyPaused);
    choose();
  }

  /** Guard against race between a pause and a change of the queues. */
  @GuardedBy("this")
  private void choose() {
    List<QueueName> left = new ArrayList<>(queues);
    left.removeAll(paused);
    now = left.isEmpty() ? queues : left;
  }
}
