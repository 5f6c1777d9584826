package io.callbox.transport.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.Chunk;
import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import io.callbox.transport.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes from lists in memory, either for a worker that holds the messages, or with acknowledgment
 * at once.
 */
final class MemoryConsumer implements QueueConsumer {

  private final MemoryLists lists;
  private volatile List<QueueName> queues;
  private final @Nullable Worker holder;
  private int first;
  private volatile Set<QueueName> paused = Set.of();

  /** Guarded by the lists' lock: the thread that ends a wait races with the wait. */
  @GuardedBy("lists.lock")
  private boolean woken;

  MemoryConsumer(MemoryLists lists, List<QueueName> queues, @Nullable Worker holder) {
    this.lists = lists;
    this.queues = List.copyOf(queues);
    this.holder = holder;
  }

  @Override
  public int take(int max, Duration wait, Receiver receiver) {
    List<Delivery> taken = await(max, wait, receiver);
    if (!taken.isEmpty()) {
      receiver.receive(taken);
    }
    return Delivery.requestsIn(taken);
  }

  private List<Delivery> await(int max, Duration wait, Receiver receiver) {
    long left = wait.toNanos();
    lists.lock.lock();
    try {
      List<Delivery> taken = takeNow(max, receiver);
      while (taken.isEmpty() && left > 0 && !woken) {
        left = lists.grown.awaitNanos(left);
        taken = takeNow(max, receiver);
      }
      woken = false;
      return taken;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lists.lock.unlock();
    }
  }

  /**
   * Takes messages without waiting. It starts at another queue each time, so that a busy queue does
   * not starve the others.
   */
  private List<Delivery> takeNow(int max, Receiver receiver) {
    List<Delivery> taken = new ArrayList<>();
    long bytes = receiver.bytesLeft();
    List<QueueName> served = queues;
    first = (first + 1) % served.size();
    for (int turn = 0; turn < served.size(); turn++) {
      bytes = takeNow(served.get((first + turn) % served.size()), max, bytes, receiver, taken);
    }
    return taken;
  }

  /** Returns how many bytes of room are left. */
  private long takeNow(
      QueueName queue, int max, long bytes, Receiver receiver, List<Delivery> taken) {
    long left = bytes;
    for (int room = room(queue, max, taken);
        room > 0 && left > 0;
        room = max - Delivery.requestsIn(taken)) {
      byte[] message = lists.popRight(queue);
      if (message == null) {
        return left;
      }
      if (Chunk.requests(message) > room + receiver.spare()) {
        message = part(queue, message, room);
      }
      left -= message.length;
      QueueName held = holder == null ? null : queue.taken(holder);
      if (held != null) {
        lists.pushLeft(held, message);
      }
      taken.add(new Delivery(queue, message, held));
    }
    return left;
  }

  private int room(QueueName queue, int max, List<Delivery> taken) {
    return paused.contains(queue) ? 0 : max - Delivery.requestsIn(taken);
  }

  @Override
  public void serve(List<QueueName> newQueues) {
    queues = List.copyOf(newQueues);
    wakeUp();
  }

  @Override
  public void pause(Set<QueueName> queues) {
    paused = Set.copyOf(queues);
    wakeUp();
  }

  /**
   * Returns the part of a chunk for which there is room. The rest goes back, as the next to be
   * taken.
   */
  private byte[] part(QueueName queue, byte[] chunk, int room) {
    int[] bounds = Objects.requireNonNull(Chunk.boundsOfRequests(chunk));
    List<byte[]> members = Chunk.members(chunk, bounds);
    lists.pushRight(queue, Chunk.element(members.subList(room, members.size())));
    return Chunk.element(members.subList(0, room));
  }

  @Override
  public void wakeUp() {
    lists.lock.lock();
    try {
      woken = true;
      lists.grown.signalAll();
    } finally {
      lists.lock.unlock();
    }
  }

  @Override
  public void close() {}
}
