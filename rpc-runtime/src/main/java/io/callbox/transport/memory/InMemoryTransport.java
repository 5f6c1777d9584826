package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.Consumer;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Queues within this process. Nodes that are given the same instance reach each other.
 *
 * <p>Same order and same batches as with Redis. Messages do not outlive the process, reply queues
 * do not expire, and pushes never fail. Safe for use by many threads; owned by whoever made it.
 *
 * <pre>{@code
 * Transport transport = new InMemoryTransport();
 * RpcNode server = RpcNode.builder("b").transport(transport).register(skeleton).start();
 * RpcNode client = RpcNode.builder("a").transport(transport).start();
 * }</pre>
 */
public final class InMemoryTransport implements Transport {

  /** Guards the queues: those who push race with those who take. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition arrived = lock.newCondition();
  private final Map<QueueName, Deque<byte[]>> queues = new HashMap<>();
  private final BrokerClock clock = new LocalClock();

  /** Queues that hold nothing yet. */
  public InMemoryTransport() {}

  @Override
  public CompletionStage<@Nullable Void> push(QueueName queue, List<byte[]> messages) {
    lock.lock();
    try {
      queues.computeIfAbsent(queue, absent -> new ArrayDeque<>()).addAll(messages);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<@Nullable Void> reply(
      QueueName queue, List<byte[]> messages, Duration keep) {
    return push(queue, messages);
  }

  @Override
  public Consumer consume(List<QueueName> sources) {
    return new MemoryConsumer(sources);
  }

  @Override
  public BrokerClock clock() {
    return clock;
  }

  @Override
  public void close() {}

  /** How many messages wait in a queue. */
  public int size(QueueName queue) {
    lock.lock();
    try {
      Deque<byte[]> messages = queues.get(queue);
      return messages == null ? 0 : messages.size();
    } finally {
      lock.unlock();
    }
  }

  private final class MemoryConsumer implements Consumer {

    private final List<QueueName> sources;
    private int first;

    MemoryConsumer(List<QueueName> sources) {
      this.sources = List.copyOf(sources);
    }

    @Override
    public List<Delivery> take(int max, Duration wait) {
      long left = wait.toNanos();
      lock.lock();
      try {
        List<Delivery> taken = takeNow(max);
        while (taken.isEmpty() && left > 0) {
          left = arrived.awaitNanos(left);
          taken = takeNow(max);
        }
        return taken;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return List.of();
      } finally {
        lock.unlock();
      }
    }

    /** Starts at another queue each time, so that a busy one does not starve the others. */
    private List<Delivery> takeNow(int max) {
      List<Delivery> taken = new ArrayList<>();
      first = (first + 1) % sources.size();
      for (int turn = 0; turn < sources.size() && taken.size() < max; turn++) {
        QueueName source = sources.get((first + turn) % sources.size());
        Deque<byte[]> messages = queues.get(source);
        while (messages != null && !messages.isEmpty() && taken.size() < max) {
          taken.add(new Delivery(source, messages.remove()));
        }
        if (messages != null && messages.isEmpty()) {
          queues.remove(source);
        }
      }
      return taken;
    }

    @Override
    public void close() {}
  }

  private static final class LocalClock implements BrokerClock {

    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();

    @Override
    public long millis() {
      return startMillis + TimeUnit.NANOSECONDS.toMillis(nanoTime() - startNanos);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  }
}
