package io.callbox.internal.server.durable;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.log.Printable;
import io.callbox.rpc.RpcException;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Portion;
import io.callbox.transport.QueueName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves durable calls that are due from their schedule to their queue, on its own thread. Each
 * provider of a queue does this, and the broker moves each call only once. It sleeps until the next
 * call is due, and a hint wakes it when an earlier call is submitted; because the hint may be lost,
 * it looks every second. It also ends runs after their deadline, and removes calls without a record
 * from the lists.
 *
 * <p>Safe for use by many threads.
 */
final class DueCalls {

  private static final Logger LOG = LoggerFactory.getLogger(DueCalls.class);

  /** The maximum delay of a call because of a lost hint. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  /**
   * The minimum time between two steps, so that many providers of a busy schedule do not overload
   * the broker.
   */
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(10);

  private static final long LOOKS_TO_A_SWEEP = 10;
  private static final int SWEPT_AT_ONCE = 100;

  private final CallStore store;
  private final BrokerClock clock;
  private final Schedules all;
  private final Set<String> schedules;
  private final Set<DurableRun> runs;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Reaches zero to start a look; replaced before each look. */
  private volatile CountDownLatch woken = new CountDownLatch(1);

  /** Belongs to the thread, like the next position in each list. */
  private long sweptNanos;

  private final Map<QueueName, Integer> sweptTo = new HashMap<>();

  DueCalls(String threadName, Schedules all, BrokerClock clock, Set<DurableRun> runs) {
    this.store = all.store;
    this.clock = clock;
    this.all = all;
    this.schedules = Set.copyOf(all.queues.stream().map(queue -> queue.later().key()).toList());
    this.runs = runs;
    this.sweptNanos = clock.nanoTime();
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  /**
   * The schedules to look at.
   *
   * @param store stores the schedules
   * @param queues the queues of the schedules
   * @param reached whether the broker has answered for a queue lately; a queue without answers must
   *     not delay the others
   */
  record Schedules(CallStore store, List<QueueName> queues, Predicate<QueueName> reached) {

    List<QueueName> withinReach() {
      return queues.stream().filter(reached).toList();
    }
  }

  void start() {
    thread.start();
  }

  /** Notes that a schedule has an earlier call. */
  void hinted(byte[] schedule) {
    if (schedules.contains(new String(schedule, StandardCharsets.UTF_8))) {
      woken.countDown();
    }
  }

  /** Ends the thread, and waits at most this time for its current step. */
  void stop(Duration bound) {
    stopping.countDown();
    woken.countDown();
    try {
      thread.join(Math.max(1, bound.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (stopping.getCount() > 0) {
        CountDownLatch next = new CountDownLatch(1);
        woken = next;
        Duration sleep = look();
        if (!clock.await(stopping, SHORTEST_SLEEP)) {
          clock.await(next, sleep);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private Duration look() {
    Duration sleep = LONGEST_SLEEP;
    try {
      long now = clock.millis();
      runs.forEach(run -> run.expire(now));
      for (QueueName queue : all.withinReach()) {
        sleep = shorter(sleep, moved(queue));
      }
      sweep();
    } catch (RuntimeException | Error failure) {
      missed(failure);
    }
    return sleep;
  }

  private void missed(Throwable failure) {
    LOG.warn("{} could not look at what is due: {}", thread.getName(), Printable.of(failure));
  }

  /**
   * Moves the due calls of one queue. A schedule that is refused or out of reach does not delay the
   * others.
   */
  private Duration moved(QueueName queue) {
    try {
      return move(queue);
    } catch (RpcException refused) {
      missed(refused);
      return LONGEST_SLEEP;
    }
  }

  private Duration move(QueueName queue) {
    CallStore.Moved moved = answer(() -> store.moveDue(queue));
    if (moved.moved() >= Portion.MESSAGES) {
      return Duration.ZERO;
    }
    return moved.next() < 0 ? LONGEST_SLEEP : Duration.ofMillis(moved.next());
  }

  private static <T> T answer(Supplier<CompletionStage<T>> question) {
    return BrokerRequests.await(question, BrokerRequests.BOUND, "the schedule is not moved on");
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void sweep() {
    if (clock.nanoTime() - sweptNanos < LOOKS_TO_A_SWEEP * LONGEST_SLEEP.toNanos()) {
      return;
    }
    sweptNanos = clock.nanoTime();
    for (QueueName queue : all.withinReach()) {
      try {
        sweep(queue);
      } catch (RpcException refused) {
        missed(refused);
      }
    }
  }

  private void sweep(QueueName queue) {
    int from = sweptTo.getOrDefault(queue, 0);
    List<String> ids = answer(() -> store.list(queue, from, SWEPT_AT_ONCE));
    int gone = ids.isEmpty() ? 0 : answer(() -> store.forget(queue, ids));
    sweptTo.put(queue, ids.size() < SWEPT_AT_ONCE ? 0 : from + ids.size() - gone);
  }
}
