package io.callbox.internal.server.receive;

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
 * Closes queues for a while: the queues of paused services, and queues without a lease, for example
 * because their master is away. The server continues to take from the other queues.
 *
 * <p>Safe for use by many threads.
 */
public final class QueueGate {

  private final Heartbeat heartbeat;
  private final QueueConsumer consumer;

  /**
   * The monitor guards the following fields: a thread that learns of pauses races with a thread
   * that takes.
   */
  @GuardedBy("this")
  private Set<QueueName> paused = Set.of();

  @GuardedBy("this")
  private Set<QueueName> shut = Set.of();

  private volatile List<QueueName> lapsed = List.of();

  /** Creates a gate that is open. */
  public QueueGate(Heartbeat heartbeat, QueueConsumer consumer) {
    this.heartbeat = heartbeat;
    this.consumer = consumer;
  }

  /** Closes these queues, and opens the queues of services that are no longer paused. */
  public synchronized void pause(Collection<QueueName> queues) {
    paused = Set.copyOf(queues);
    shut();
  }

  /**
   * Returns whether the server may take: its leases last, or the heartbeat is current, so that only
   * some queues are closed. Call it before each take.
   */
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

  /**
   * Returns a predicate for queues: whether a request that was taken from the queue still belongs
   * to this server.
   */
  Predicate<QueueName> mayRun() {
    return heartbeat.lasts();
  }

  /** Accepts messages of a queue between takes again. */
  public void listen(QueueName queue) {
    consumer.listen(queue);
  }

  /** Returns the reason why some queues are closed; null if their leases last. */
  public @Nullable String trouble(String node) {
    List<QueueName> now = heartbeat.lapsed();
    if (now.isEmpty()) {
      return null;
    }
    String problem = "node " + node + " could not renew its leases";
    return heartbeat.isCurrent() ? problem + " on " + now : problem;
  }
}
