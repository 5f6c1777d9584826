package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which queues are not taken from for now: those of paused services, and those on which the lease
 * has ended, as when the master that has them is away. What is taken from the others goes on.
 *
 * <p>Safe for use by many threads.
 */
final class QueueGate {

  private final Heartbeat heartbeat;
  private final QueueConsumer consumer;

  /** The monitor guards what follows: who is told of pauses races with who takes. */
  @GuardedBy("this")
  private Set<QueueName> paused = Set.of();

  @GuardedBy("this")
  private Set<QueueName> shut = Set.of();

  private volatile List<QueueName> lapsed = List.of();

  /** A gate that is open. */
  QueueGate(Heartbeat heartbeat, QueueConsumer consumer) {
    this.heartbeat = heartbeat;
    this.consumer = consumer;
  }

  /** Has nothing be taken from these queues until others are named. */
  synchronized void pause(Collection<QueueName> queues) {
    paused = Set.copyOf(queues);
    shut();
  }

  /** Returns whether something may be taken from some queue. To be asked before each take. */
  boolean isOpen() {
    List<QueueName> now = heartbeat.lapsed();
    if (!now.equals(lapsed)) {
      lapsed = now;
      synchronized (this) {
        shut();
      }
    }
    return now.isEmpty() || heartbeat.isCurrent();
  }

  @GuardedBy("this")
  private void shut() {
    Set<QueueName> now = new HashSet<>(paused);
    now.addAll(lapsed);
    if (!now.equals(shut)) {
      shut = now;
      consumer.pause(now);
    }
  }

  /** Says whether what was taken from a queue is still this server's to run. */
  Predicate<QueueName> mayRun() {
    return heartbeat.lasts();
  }

  /** A message of a queue that comes between takes would be accepted again. */
  void listen(QueueName queue) {
    consumer.listen(queue);
  }

  /** Why nothing is taken from some queues; null if their leases last. */
  @Nullable String trouble(String node) {
    List<QueueName> now = heartbeat.lapsed();
    if (now.isEmpty()) {
      return null;
    }
    String problem = "node " + node + " could not renew its leases";
    return heartbeat.isCurrent() ? problem + " on " + now : problem;
  }
}
