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

  /** How often, in real time, the clock looks whether who was woken waits again. */
  private static final long LOOK_MILLIS = 2;

  /** Held while time moves: two who advance at once do so one after the other. */
  private final ReentrantLock moving = new ReentrantLock();

  /**
   * Guards what follows: those who wait race with the one who moves time. A monitor: who has to
   * wait for it does not look as if waiting for time.
   */
  private final Object lock = new Object();

  private final Agenda agenda = new Agenda();
  private final Awake awake = new Awake();
  private volatile @Nullable Runnable settling;
  private volatile @Nullable Thread mover;
  private volatile long nanos;

  /** A clock that stands at its start. */
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

  /** How much time has passed since the clock was made. */
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
   * Lets one thing happen at a time from now on, and this run between two of them: it returns when
   * nothing more comes of the one before. What is due at the same instant happens in the order in
   * which it was asked for.
   */
  public void stepwise(Runnable newSettling) {
    settling = newSettling;
  }

  /** Whether a wait has ended whose thread does not know it yet. */
  public boolean isWaking() {
    synchronized (lock) {
      return agenda.count(Wait::hasEnded) > 0;
    }
  }

  /** Whose time was over, and who has not come back to wait in this clock's time. */
  public List<Thread> awake() {
    synchronized (lock) {
      return awake.threads();
    }
  }

  /** How many threads wait in this clock's time. */
  public int waiting() {
    return waiting(any -> true);
  }

  /** How many threads of these wait in this clock's time. */
  public int waiting(Predicate<Thread> which) {
    synchronized (lock) {
      return agenda.count(wait -> which.test(wait.thread));
    }
  }

  /** Lets this much time pass: whatever is due in it happens, in order. */
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
   * Lets time pass until the next thing is due, but no more than this.
   *
   * @return whether anything was due
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

  /** The first thing that is due by now. */
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

  /** Called under the lock. */
  private void wake() {
    try {
      wake(agenda.waits(nanos));
      awaitSettled();
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

  /** Until all who were woken wait again, or have ended. */
  private void awaitSettled() throws InterruptedException {
    long start = System.nanoTime();
    awake.back();
    while (awake.isAnyBusy(agenda, System.nanoTime() - start)) {
      lock.wait(LOOK_MILLIS);
    }
    awake.forget();
  }
}
