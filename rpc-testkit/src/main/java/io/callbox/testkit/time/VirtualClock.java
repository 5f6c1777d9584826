package io.callbox.testkit.time;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, so that timeouts, leases and delays of minutes
 * are tested in milliseconds.
 *
 * <p>Time moves from one thing that is due to the next, in order, and at each it stands until
 * whoever was woken has gone back to waiting: a node whose heart beats every two seconds does so
 * fifteen times while a test advances by thirty. Calls whose time is over hear of it within some
 * ten milliseconds of real time.
 *
 * <p>Safe for use by many threads. Nothing to close.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock();
 * Transport transport = new InMemoryTransport(clock);
 * clock.advance(Duration.ofSeconds(30));
 * }</pre>
 */
public final class VirtualClock implements BrokerClock, Timers {

  /** The start of 2025, UTC, and the same in each run. */
  private static final long START_MILLIS = 1_735_689_600_000L;

  /**
   * How long, in real time, the clock stands for who was woken and is at work, or still starved.
   */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The same for who was woken and waits for something else, which may be time itself. */
  private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How often, in real time, a wait looks whether its event has come. */
  private static final long LOOK_MILLIS = 2;

  /** Held while time moves: two who advance at once do so one after the other. */
  private final ReentrantLock moving = new ReentrantLock();

  /** Guards what follows: those who wait race with the one who moves time. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private final List<Wait> waits = new ArrayList<>();
  private final Set<Thread> awake = new HashSet<>();
  private long lastNumber;
  private volatile long nanos;

  /** A clock that stands at its start. */
  public VirtualClock() {}

  private record Task(long due, long number, Runnable run) {}

  private static final class Wait {
    private final Thread thread = Thread.currentThread();
    private final long due;
    private boolean over;

    Wait(long due) {
      this.due = due;
    }
  }

  @Override
  public long millis() {
    return START_MILLIS + TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  /** How much time has passed since the clock was made. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    lock.lock();
    try {
      tasks.add(new Task(nanos + Math.max(0, delay.toNanos()), ++lastNumber, task));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean await(CountDownLatch event, Duration time) throws InterruptedException {
    lock.lock();
    try {
      Wait wait = new Wait(nanos + time.toNanos());
      waits.add(wait);
      awake.remove(Thread.currentThread());
      changed.signalAll();
      while (event.getCount() > 0 && !wait.over) {
        changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      waits.remove(wait);
      return event.getCount() == 0;
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait in this clock's time. */
  public int waiting() {
    return waiting(any -> true);
  }

  /** How many threads of these wait in this clock's time. */
  public int waiting(Predicate<Thread> which) {
    lock.lock();
    try {
      return (int) waits.stream().filter(wait -> which.test(wait.thread)).count();
    } finally {
      lock.unlock();
    }
  }

  /** Lets this much time pass: whatever is due in it happens, in order. */
  public void advance(Duration time) {
    moving.lock();
    try {
      long target = nanos + time.toNanos();
      for (Long due = nextDue(); due != null && due <= target; due = nextDue()) {
        moveTo(due);
      }
      moveTo(target);
    } finally {
      moving.unlock();
    }
  }

  /**
   * Lets time pass until the next thing is due, but no more than this.
   *
   * @return whether anything was due
   */
  public boolean advanceToNext(Duration atMost) {
    moving.lock();
    try {
      Long due = nextDue();
      long target = nanos + atMost.toNanos();
      moveTo(due == null ? target : Math.min(due, target));
      return due != null && due <= target;
    } finally {
      moving.unlock();
    }
  }

  private @Nullable Long nextDue() {
    lock.lock();
    try {
      Task task = tasks.peek();
      long next = task == null ? Long.MAX_VALUE : task.due;
      for (Wait wait : waits) {
        next = wait.over ? next : Math.min(next, wait.due);
      }
      return next == Long.MAX_VALUE ? null : next;
    } finally {
      lock.unlock();
    }
  }

  private void moveTo(long instant) {
    List<Runnable> due = new ArrayList<>();
    lock.lock();
    try {
      nanos = Math.max(nanos, instant);
      for (Task task = tasks.peek(); task != null && task.due <= nanos; task = tasks.peek()) {
        tasks.remove();
        due.add(task.run);
      }
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    wake();
  }

  private void wake() {
    lock.lock();
    try {
      for (Wait wait : waits) {
        if (!wait.over && wait.due <= nanos) {
          wait.over = true;
          awake.add(wait.thread);
        }
      }
      changed.signalAll();
      awaitSettled();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Until all who were woken wait again, or have ended. */
  private void awaitSettled() throws InterruptedException {
    long start = System.nanoTime();
    awake.remove(Thread.currentThread());
    while (awake.stream().anyMatch(thread -> isBusy(thread, System.nanoTime() - start))) {
      changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    awake.clear();
  }

  /**
   * On a busy machine, who was woken may take a while until it runs, and looks asleep till then.
   */
  private boolean isBusy(Thread thread, long nanos) {
    boolean waking = waits.stream().anyMatch(wait -> wait.over && wait.thread == thread);
    boolean running =
        switch (thread.getState()) {
          case NEW, RUNNABLE, BLOCKED -> true;
          case WAITING, TIMED_WAITING, TERMINATED -> false;
        };
    return thread.isAlive() && nanos < (waking || running ? WORK_NANOS : BLOCKED_NANOS);
  }
}
