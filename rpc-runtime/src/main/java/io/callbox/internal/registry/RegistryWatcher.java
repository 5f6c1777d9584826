package io.callbox.internal.registry;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.lease.Heartbeat;
import io.callbox.registry.NodeListener;
import io.callbox.registry.Subscription;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the registry while there are listeners: three times in a lease, when a lease is about to
 * end, and when a hint comes from the broker. A hint is only a reason to look; listeners learn
 * everything from the look. {@link NodeView} makes a look cheap.
 *
 * <p>It has a thread and a subscription at the broker only while it has listeners. Safe for use by
 * many threads. Closed by the node.
 */
final class RegistryWatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryWatcher.class);

  /** The number of looks at changes after which the next look reads all nodes. */
  private static final int LOOKS = 30;

  private final NodeView nodes;
  private final Transport transport;
  private final QueueName events;
  private final Duration interval;
  private final String threadName;
  private final List<RegistrySnapshot> views = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch hint = new CountDownLatch(1);

  /**
   * Guards the following fields: a thread that adds a listener races with a thread that removes
   * one, and with the end.
   */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable Thread thread;

  @GuardedBy("lock")
  private Transport.@Nullable Listening listening;

  @GuardedBy("lock")
  private boolean closed;

  /** Guard against race between a thread that has just begun and one that is about to end. */
  private final ReentrantLock looking = new ReentrantLock();

  /**
   * Creates a watcher without listeners, which does not look yet.
   *
   * @param events the channel on which nodes say that they come and go
   * @param interval the longest interval between two looks
   */
  RegistryWatcher(
      MembershipReader memberships,
      Transport transport,
      QueueName events,
      Duration interval,
      String threadName) {
    this.nodes = new NodeView(memberships, transport.clock(), interval.multipliedBy(LOOKS));
    this.transport = transport;
    this.events = events;
    this.interval = interval;
    this.threadName = threadName;
  }

  Subscription add(NodeListener listener) {
    RegistrySnapshot view = new RegistrySnapshot(listener);
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the node is closed");
      }
      views.add(view);
      if (thread == null) {
        nodes.forget();
        listening = transport.listen(events, this::hinted);
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        thread.start();
      }
    }
    look();
    return () -> remove(view);
  }

  private void remove(RegistrySnapshot view) {
    synchronized (lock) {
      views.remove(view);
      if (views.isEmpty()) {
        end();
      }
    }
  }

  /** Ends the watching. The caller holds the lock. */
  @GuardedBy("lock")
  private void end() {
    thread = null;
    if (listening != null) {
      listening.close();
      listening = null;
    }
    look();
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      views.clear();
      end();
    }
  }

  private void hinted(byte[] event) {
    NodeEvents.nodeOf(event).ifPresentOrElse(nodes::name, nodes::forget);
    look();
  }

  private void look() {
    hint.countDown();
  }

  private boolean isNeeded() {
    synchronized (lock) {
      return Thread.currentThread().equals(thread);
    }
  }

  private void run() {
    BrokerClock clock = transport.clock();
    try {
      while (isNeeded()) {
        CountDownLatch next = new CountDownLatch(1);
        hint = next; // before the look, so that no hint is lost
        Duration wait = lookAlone();
        clock.await(next, wait);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted and ends; nobody should do that", threadName);
    }
  }

  /** Looks. Returns the time until the next look if no hint comes before. */
  private Duration lookAlone() {
    looking.lock();
    try {
      return lookNow();
    } finally {
      looking.unlock();
    }
  }

  private Duration lookNow() {
    Duration next;
    try {
      next = nodes.look();
    } catch (RpcException unavailable) {
      LOG.debug("{} sees nothing: {}", threadName, unavailable.getMessage());
      return interval;
    }
    views.forEach(view -> view.update(nodes.all()));
    Duration end = next.plus(Heartbeat.CLOCK_SLACK);
    return end.compareTo(interval) < 0 ? end : interval;
  }
}
