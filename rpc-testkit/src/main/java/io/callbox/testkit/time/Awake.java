package io.callbox.testkit.time;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The threads that were woken and have not come back to wait. Not safe for use by many threads. */
final class Awake {

  /**
   * The real time that the clock stands still for a woken thread that works, or that the machine
   * does not run yet.
   */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The same for a woken thread that waits for something else, perhaps for time itself. */
  private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The interval, in real time, at which the clock checks whether woken threads wait again. */
  private static final long LOOK_MILLIS = 2;

  private final Set<Thread> threads = new HashSet<>();

  void add(Thread thread) {
    threads.add(thread);
  }

  /** Notes that the calling thread waits again. */
  void back() {
    threads.remove(Thread.currentThread());
  }

  /**
   * Waits until all woken threads wait again, or have ended.
   *
   * @param lock the monitor that guards this object and the agenda; the caller holds it
   */
  void awaitSettled(Agenda agenda, Object lock) throws InterruptedException {
    long start = System.nanoTime();
    back();
    while (isAnyBusy(agenda, System.nanoTime() - start)) {
      lock.wait(LOOK_MILLIS);
    }
    threads.clear();
  }

  /** Returns the threads that have not ended. */
  List<Thread> threads() {
    threads.removeIf(thread -> !thread.isAlive());
    return List.copyOf(threads);
  }

  /** Returns whether to continue waiting for any of them, this long after they were woken. */
  private boolean isAnyBusy(Agenda agenda, long nanos) {
    return threads.stream().anyMatch(thread -> isBusy(thread, agenda, nanos));
  }

  /**
   * Returns whether a woken thread is busy. On a busy machine, it may need a while until it runs,
   * and looks asleep until then.
   */
  private static boolean isBusy(Thread thread, Agenda agenda, long nanos) {
    boolean waking = agenda.count(wait -> wait.isOver() && wait.thread == thread) > 0;
    boolean busy = waking || Activity.runs(thread);
    return thread.isAlive() && nanos < (busy ? WORK_NANOS : BLOCKED_NANOS);
  }
}
