package io.callbox.testkit.time;

import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, so that a test of timeouts, leases and delays of
 * minutes takes milliseconds.
 *
 * <p>Time moves from one event to the next, in order. At each event it stands still until the woken
 * threads wait again: a node with a heartbeat every two seconds sends fifteen while a test advances
 * by thirty seconds. Calls whose deadline has passed learn of it within about ten milliseconds of
 * real time.
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

  /** Held while time moves: two threads that advance at once do so one after the other. */
  private final ReentrantLock moving = new ReentrantLock();

  /**
   * Guards the following fields: threads that wait race with the thread that moves time. It is a
   * monitor, so that a thread that waits for it does not look as if it waits for time.
   */
  private final Object lock = new Object();

  private final Agenda agenda = new Agenda();
  private final Awake awake = new Awake();
  private volatile @Nullable Runnable settling;
  private volatile @Nullable Thread mover;
  private volatile long nanos;

  /** Creates a clock at its start. */
  public VirtualClock() {}

  @Override
  public long millis() {
    return START_MILLIS + TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  @Override
  public boolean standsStill() {
    return true;
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  /** Returns the time since the clock was created. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    schedule(delay, task);
  }

  @Override
  public Runnable schedule(Duration delay, Runnable task) {
    synchronized (lock) {
      Runnable remove = agenda.add(nanos + Math.max(0, delay.toNanos()), task);
      return () -> {
        synchronized (lock) {
          remove.run();
        }
      };
    }
  }

  @Override
  public boolean await(CountDownLatch event, Duration time) throws InterruptedException {
    Wait wait;
    synchronized (lock) {
      wait = new Wait(event, nanos + time.toNanos(), agenda.nextNumber());
      agenda.add(wait);
      awake.back();
      lock.notifyAll();
      LockSupport.unpark(mover);
    }
    try {
      wait.await();
    } finally {
      synchronized (lock) {
        agenda.remove(wait);
      }
    }
    return event.getCount() == 0;
  }

  /**
   * Lets one event happen at a time from now on, and runs this action between two events. The
   * action returns when nothing more follows from the event before. Events of the same instant
   * happen in the order in which they were added.
   */
  public void stepwise(Runnable newSettling) {
    settling = newSettling;
  }

  /** Returns whether a wait has ended whose thread does not know it yet. */
  public boolean isWaking() {
    synchronized (lock) {
      return agenda.count(Wait::hasEnded) > 0;
    }
  }

  /**
   * Returns the threads whose waits have ended, and that have not come back to wait in this clock's
   * time.
   */
  public List<Thread> awake() {
    synchronized (lock) {
      return awake.threads();
    }
  }

  /** Returns how many threads wait in this clock's time. */
  public int waiting() {
    return waiting(any -> true);
  }

  /** Returns how many of these threads wait in this clock's time. */
  public int waiting(Predicate<Thread> which) {
    synchronized (lock) {
      return agenda.count(wait -> which.test(wait.thread));
    }
  }

  /** Lets this much time pass: all events in it happen, in order. */
  public void advance(Duration time) {
    moving.lock();
    try {
      settle();
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
   * Lets time pass until the next event, but no more than this.
   *
   * @return whether there was an event
   */
  public boolean advanceToNext(Duration atMost) {
    moving.lock();
    try {
      settle();
      Long due = nextDue();
      long target = nanos + atMost.toNanos();
      moveTo(due == null ? target : Math.min(due, target));
      return due != null && due <= target;
    } finally {
      moving.unlock();
    }
  }

  private @Nullable Long nextDue() {
    synchronized (lock) {
      return agenda.nextDue();
    }
  }

  private void settle() {
    Runnable between = settling;
    if (between != null) {
      mover = Thread.currentThread();
      between.run();
    }
  }

  private void moveTo(long instant) {
    nanos = Math.max(nanos, instant);
    if (settling != null) {
      for (Runnable next = takeNext(); next != null; next = takeNext()) {
        next.run();
        settle();
      }
      return;
    }
    List<Runnable> due;
    synchronized (lock) {
      due = agenda.takeTasks(nanos);
    }
    due.forEach(Runnable::run);
    synchronized (lock) {
      wake();
    }
  }

  /** Removes and returns the first event that is due. */
  private @Nullable Runnable takeNext() {
    synchronized (lock) {
      Long due = agenda.nextDue();
      if (due == null || due > nanos) {
        return null;
      }
      Wait wait = agenda.waitBeforeTasks();
      return wait == null ? agenda.takeTask() : () -> wake(List.of(wait));
    }
  }

  /** Wakes the waiting threads whose time has come. The caller holds the lock. */
  private void wake() {
    try {
      wake(agenda.waits(nanos));
      awake.awaitSettled(agenda, lock);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake(List<Wait> over) {
    synchronized (lock) {
      for (Wait wait : over) {
        awake.add(wait.thread);
        wait.end();
      }
    }
  }
}
