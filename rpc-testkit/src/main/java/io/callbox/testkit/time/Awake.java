package io.callbox.testkit.time;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Who was woken, and has not come back to wait. Not safe for use by many threads. */
final class Awake {

  /**
   * How long, in real time, the clock stands for who was woken and is at work, or still starved.
   */
  private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The same for who was woken and waits for something else, which may be time itself. */
  private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Set<Thread> threads = new HashSet<>();

  void add(Thread thread) {
    threads.add(thread);
  }

  /** The calling thread waits again. */
  void back() {
    threads.remove(Thread.currentThread());
  }

  void forget() {
    threads.clear();
  }

  /** Those that have not ended. */
  List<Thread> threads() {
    threads.removeIf(thread -> !thread.isAlive());
    return List.copyOf(threads);
  }

  /** Whether to wait on for any of them, so long after they were woken. */
  boolean isAnyBusy(Agenda agenda, long nanos) {
    return threads.stream().anyMatch(thread -> isBusy(thread, agenda, nanos));
  }

  /**
   * On a busy machine, who was woken may take a while until it runs, and looks asleep till then.
   */
  private static boolean isBusy(Thread thread, Agenda agenda, long nanos) {
    boolean waking = agenda.count(wait -> wait.isOver() && wait.thread == thread) > 0;
    boolean busy = waking || Activity.runs(thread);
    return thread.isAlive() && nanos < (busy ? WORK_NANOS : BLOCKED_NANOS);
  }
}
