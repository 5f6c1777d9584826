package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Moved;
import io.callbox.transport.Delivery;
import io.callbox.transport.Namespace;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The records and the schedules of durable calls in memory. The lock of the lists with their
 * requests guards them; {@link #locked} takes it.
 */
final class MemoryCallTable {

  private final MemoryLists lists;
  private final BrokerClock clock;
  private final Namespace namespace;
  private final Transport signals;

  /** In the order of their submission, like the list of calls. */
  private final Map<QueueName, Map<String, MemoryCall>> calls = new LinkedHashMap<>();

  /** By queue, then by the time when they are due, in the order in which they came. */
  private final Map<QueueName, TreeMap<Long, List<byte[]>>> schedules = new LinkedHashMap<>();

  MemoryCallTable(MemoryLists lists, BrokerClock clock, Namespace namespace, Transport signals) {
    this.lists = lists;
    this.clock = clock;
    this.namespace = namespace;
    this.signals = signals;
  }

  MemoryLists lists() {
    return lists;
  }

  long millis() {
    return clock.millis();
  }

  /**
   * A step that runs under the lock, and collects hints for listeners.
   *
   * @param <T> its answer
   */
  interface Step<T extends @Nullable Object> {
    @Nullable T take(List<Runnable> hints);
  }

  /** Runs a step under the lock, and sends its hints when the lock is free again. */
  <T extends @Nullable Object> CompletionStage<T> locked(Step<T> step) {
    List<Runnable> hints = new ArrayList<>();
    CompletionStage<T> done = lists.locked(() -> step.take(hints));
    hints.forEach(Runnable::run);
    return done;
  }

  /** Creates a call, whose record lasts longer than the longest wait for a worker. */
  MemoryCall waiting(QueueName queue, String id, String method, Duration keep) {
    long now = clock.millis();
    MemoryCall made = new MemoryCall(method, now);
    made.end = now + 2 * CallStore.LONGEST_WAIT.toMillis() + keep.toMillis();
    of(queue).put(id, made);
    return made;
  }

  /** The records of a queue's calls. */
  Map<String, MemoryCall> of(QueueName queue) {
    return calls.computeIfAbsent(queue, absent -> new LinkedHashMap<>());
  }

  /** Finds a record; null also if the record has expired. */
  @Nullable MemoryCall find(QueueName queue, String id) {
    MemoryCall call = of(queue).get(id);
    if (call != null && call.end <= clock.millis()) {
      of(queue).remove(id);
      return null;
    }
    return call;
  }

  /** Puts a call into the schedule. */
  void schedule(QueueName queue, MemoryCall call, long due, byte[] request, List<Runnable> hints) {
    call.state = "SCHEDULED";
    call.due = due;
    schedules
        .computeIfAbsent(queue, absent -> new TreeMap<>())
        .computeIfAbsent(due, absent -> new ArrayList<>())
        .add(request);
    byte[] key = queue.later().key().getBytes(StandardCharsets.UTF_8);
    hints.add(() -> signals.signal(namespace.callsScheduled(), key));
  }

  /** Adds the hint that a call has ended. */
  void done(String id, List<Runnable> hints) {
    byte[] said = id.getBytes(StandardCharsets.UTF_8);
    hints.add(() -> signals.signal(namespace.callsDone(), said));
  }

  /** Removes a request from the list of a worker's taken requests; false if it is not there. */
  boolean remove(Delivery delivery) {
    QueueName taken = delivery.taken();
    return taken != null && lists.remove(taken, delivery.message());
  }

  boolean isHeld(Delivery delivery) {
    return copies(delivery) > 0;
  }

  /** Returns the number of copies of a request in the list of a worker's taken requests. */
  long copies(Delivery delivery) {
    QueueName taken = delivery.taken();
    return taken == null
        ? 0
        : lists.content(taken).stream()
            .filter(each -> Arrays.equals(each, delivery.message()))
            .count();
  }

  /** Puts a request on the list of a worker's taken requests. */
  void hold(Delivery delivery) {
    QueueName taken = delivery.taken();
    if (taken != null) {
      lists.pushRight(taken, delivery.message());
    }
  }

  /** Moves requests that are due to their queue. */
  Moved moveDue(QueueName queue) {
    TreeMap<Long, List<byte[]>> schedule = schedules.getOrDefault(queue, new TreeMap<>());
    int moved = 0;
    while (!schedule.isEmpty()
        && schedule.firstKey() <= clock.millis()
        && moved < Portion.MESSAGES) {
      for (byte[] request : schedule.pollFirstEntry().getValue()) {
        lists.pushLeft(queue, request);
        moved++;
      }
    }
    long next = schedule.isEmpty() ? -1 : Math.max(0, schedule.firstKey() - clock.millis());
    return new Moved(moved, next);
  }

  /** Adds the hint for workers that a call is cancelled. */
  void cancelled(QueueName queue, String id, List<Runnable> hints) {
    byte[] key = queue.call(id).key().getBytes(StandardCharsets.UTF_8);
    hints.add(() -> signals.signal(namespace.cancellations(), key));
  }
}
