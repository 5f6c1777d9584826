package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short tasks on few threads, and blocking tasks on as many threads as there are tasks. Waking
 * a thread costs more than a short task, so one thread runs the tasks that have gathered, and other
 * threads wake only if this would take long.
 *
 * <p>No task waits more than about twenty milliseconds for blocking tasks, as long as there are
 * fewer of these than threads. Tasks of one {@link #lane} start in their order, but may end in any
 * order.
 *
 * <p>Safe for use by many threads. It starts threads when they are needed, and ends idle threads.
 * End it with {@link #shutdown} or {@link #close}.
 */
public final class AdaptiveExecutor implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdaptiveExecutor.class);

  private final String name;
  private final int width;
  private final TaskLanes tasks = new TaskLanes();
  private final TaskLanes.Lane usual = new TaskLanes.Lane();
  private final AtomicInteger waiting = new AtomicInteger();
  private final WorkerPool crew;
  private final StallDetector watch;
  private final LoadEstimator pace = new LoadEstimator();

  /**
   * Creates an executor with at most {@code width} threads, whose names start with {@code name}.
   */
  public AdaptiveExecutor(String name, int width) {
    this.name = name;
    this.width = width;
    this.crew = new WorkerPool(name, width, new Tasks());
    this.watch = new StallDetector(name + "-watch", this);
  }

  /**
   * Runs a push at once. On a thread of this executor that runs short tasks, it runs the push after
   * these tasks, so that their messages leave together. A task that then blocks delays the push by
   * at most some milliseconds.
   */
  static void gather(Runnable push) {
    if (Thread.currentThread() instanceof WorkerPool.Member member && member.gathers()) {
      member.gathering.hold(push);
    } else {
      push.run();
    }
  }

  /**
   * Runs the gathered pushes of the calling thread, because it is about to wait for their results.
   */
  public static void release() {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.gathering.release();
    }
  }

  /**
   * Notes that the calling thread runs this number of short tasks as one from now on; 1 for one at
   * a time.
   */
  public static void doesTogether(int tasks) {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.gathering.together(tasks);
    }
  }

  /**
   * Notes that the calling thread has done one of several short tasks that it runs as one. It
   * counts as a separate task.
   */
  public static void endedOneOfSeveral() {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.endedOne();
    }
  }

  /** Runs a task soon; after {@link #shutdown} at once, on the calling thread. */
  @Override
  public void execute(Runnable task) {
    execute(usual, task);
  }

  /**
   * Returns an executor on the same threads, whose tasks take turns with those of other lanes. So
   * many tasks of one lane do not delay a few of another.
   */
  public Executor lane() {
    TaskLanes.Lane lane = new TaskLanes.Lane();
    return task -> execute(lane, task);
  }

  private void execute(TaskLanes.Lane lane, Runnable task) {
    if (crew.isClosed()) {
      task.run();
      return;
    }
    tasks.add(lane, task);
    int ahead = waiting.incrementAndGet();
    // Guard against race with a thread that falls asleep: it looks for tasks after it has
    // announced its sleep
    if (needsOneMore(ahead, crew.awake())) {
      wake(1);
    }
    watch.look();
    if (crew.isClosed()) {
      runHere(); // guard against race with shutdown: its threads may have ended already
    }
  }

  private void runHere() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      waiting.decrementAndGet();
      task.run();
    }
  }

  private boolean needsOneMore(int ahead, int running) {
    return running == 0 || (running < width && pace.asksForOneMore(ahead, running));
  }

  /**
   * Wakes threads if no task has ended for a while. The watch calls it. If the running threads
   * wait, their number grows fourfold with each look, until each waiting task has a thread. If they
   * do not wait, they may be in native code, or may need a processor, and more threads would not
   * help: their number only doubles.
   */
  void wakeIfStuck() {
    long now = System.nanoTime();
    releaseWhatBlockedTasksHold(now);
    int backlog = waiting.get();
    if (backlog > 0 && pace.isStuck()) {
      wake(Math.min(backlog, (runningThreadsWait() ? 3 : 1) * Math.max(1, crew.awake())));
    }
  }

  private void releaseWhatBlockedTasksHold(long now) {
    for (WorkerPool.Member member : crew.members()) {
      if (member.gathering.isOver(now)) {
        member.gathering.release();
      }
    }
  }

  private boolean runningThreadsWait() {
    return crew.members().stream().noneMatch(member -> member.getState() == Thread.State.RUNNABLE);
  }

  /**
   * Returns whether tasks wait, while the maximum number of threads has ended no task for this
   * time.
   */
  public boolean isStuckFor(Duration time) {
    return waiting.get() > 0 && crew.awake() >= width && pace.isStuckFor(time.toNanos());
  }

  boolean isBusy() {
    return crew.awake() > 0 || waiting.get() > 0;
  }

  /** If no thread can be started, tasks wait for the existing threads, or for the next look. */
  private void wake(int count) {
    pace.begun();
    try {
      crew.wake(count);
    } catch (OutOfMemoryError none) {
      LOG.warn(
          "{} tasks of {} wait: no thread could be started: {}", waiting, name, none.toString());
    }
  }

  /** Logs that the maximum number of threads is blocked while tasks wait. */
  void complain() {
    LOG.warn("all {} threads of {} block, and {} tasks wait for one", width, name, waiting);
  }

  /** Ends the threads when they have run all waiting tasks. */
  public void shutdown() {
    crew.close();
    watch.end();
  }

  /** Drops waiting tasks, and interrupts running ones. */
  @Override
  public void close() {
    shutdown();
    tasks.clear();
    crew.members().forEach(Thread::interrupt);
  }

  private final class Tasks implements WorkerPool.Work {

    @Override
    public boolean waits() {
      return !tasks.isEmpty();
    }

    @Override
    public boolean areShort() {
      return pace.isShort();
    }

    @Override
    public void workOff(WorkerPool.Member member) {
      member.begunNanos = System.nanoTime();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        waiting.decrementAndGet();
        runOne(task);
        ended(member);
      }
      member.gathering.release();
    }

    @Override
    public void ended(WorkerPool.Member member) {
      long now = System.nanoTime();
      pace.ended(member.begunNanos, now);
      member.begunNanos = now;
      if (member.gathering.isOver(now)) {
        member.gathering.release();
      }
    }

    private void runOne(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        LOG.error("a task of {} failed", name, failure);
      }
      if (Thread.interrupted() && crew.isClosed()) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
