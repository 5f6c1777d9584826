package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
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
  private final WorkerPool pool;
  private final StallDetector detector;
  private final LoadEstimator load = new LoadEstimator();

  /**
   * Creates an executor with at most {@code width} threads, whose names start with {@code name}.
   */
  public AdaptiveExecutor(String name, int width) {
    this.name = name;
    this.width = width;
    this.pool = new WorkerPool(name, width, new Tasks());
    this.detector = new StallDetector(name + "-watch", this);
  }

  /**
   * Runs a push at once. On a thread of this executor that runs short tasks, it runs the push after
   * these tasks, so that their messages leave together. A task that then blocks delays the push by
   * at most some milliseconds.
   */
  static void gather(Runnable push) {
    if (Thread.currentThread() instanceof WorkerPool.Member member && member.gathers()) {
      member.hold(push);
    } else {
      push.run();
    }
  }

  /**
   * Runs the gathered pushes of the calling thread, because it is about to wait for their results.
   */
  public static void release() {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.release();
    }
  }

  /**
   * Notes that the calling thread runs this number of short tasks as one from now on; 1 for one at
   * a time.
   */
  public static void doesTogether(int tasks) {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.deferred.together(tasks);
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

  /**
   * Returns the time when the calling thread began its task, or the one of several short tasks that
   * it runs now, in this machine's ticks; the current time on a thread of the caller.
   */
  public static long taskBeganNanos() {
    return Thread.currentThread() instanceof WorkerPool.Member member
        ? member.begunNanos
        : System.nanoTime();
  }

  /** Returns whether the calling thread belongs to such an executor. */
  public static boolean isThreadOfOne() {
    return Thread.currentThread() instanceof WorkerPool.Member;
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
    if (pool.isClosed()) {
      runOne(task);
      return;
    }
    int ahead = tasks.add(lane, task);
    // Guard against race with a thread that falls asleep: it looks for tasks after it has
    // announced its sleep
    if (needsOneMore(ahead, pool.awake())) {
      wake(1);
    }
    detector.look();
    if (pool.isClosed()) {
      runHere(); // guard against race with shutdown: its threads may have ended already
    }
  }

  private void runHere() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      runOne(task);
    }
  }

  private void runOne(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.error("a task of {} failed", name, failure);
    }
  }

  private boolean needsOneMore(int ahead, int running) {
    return running == 0 || (running < width && load.asksForOneMore(ahead, running));
  }

  /**
   * Wakes threads if no task has ended for a while. {@link StallDetector} calls it. If the running
   * threads wait, their number grows fourfold with each look, until each waiting task has a thread.
   * If they do not wait, they may be in native code, or may need a processor, and more threads
   * would not help: their number only doubles.
   */
  void wakeIfStuck() {
    long now = System.nanoTime();
    releaseWhatBlockedTasksHold(now);
    int backlog = tasks.size();
    int running = pool.awake();
    if (backlog > 0 && running < width && load.isStuck()) { // else they would seem to move on
      wake(Math.min(backlog, (runningThreadsWait() ? 3 : 1) * Math.max(1, running)));
    }
  }

  private void releaseWhatBlockedTasksHold(long now) {
    for (WorkerPool.Member member : pool.members()) {
      member.releaseIfOver(now);
    }
  }

  private boolean runningThreadsWait() {
    return pool.members().stream().noneMatch(member -> member.getState() == Thread.State.RUNNABLE);
  }

  /**
   * Returns whether tasks wait, while the maximum number of threads has ended no task for this
   * time.
   */
  public boolean isStuckFor(Duration time) {
    return tasks.size() > 0 && pool.awake() >= width && load.isStuckFor(time.toNanos());
  }

  boolean isBusy() {
    return pool.awake() > 0 || tasks.size() > 0;
  }

  /** Wakes threads. If none can be started, tasks wait for existing ones, or for the next look. */
  private void wake(int count) {
    load.begun();
    try {
      pool.wake(count);
    } catch (OutOfMemoryError none) {
      LOG.warn("{} tasks of {} wait, no thread starts: {}", tasks.size(), name, none.toString());
    }
  }

  /** Logs that the maximum number of threads is blocked while tasks wait. */
  void complain() {
    LOG.warn("all {} threads of {} block, and {} tasks wait for one", width, name, tasks.size());
  }

  /** Ends the threads when they have run all waiting tasks. */
  public void shutdown() {
    pool.close();
    detector.end();
  }

  /** Drops waiting tasks, and interrupts running ones. */
  @Override
  public void close() {
    shutdown();
    tasks.clear();
    pool.members().forEach(Thread::interrupt);
  }

  private final class Tasks implements WorkerPool.Work {

    @Override
    public boolean waits() {
      return !tasks.isEmpty();
    }

    @Override
    public boolean areShort() {
      return load.isShort();
    }

    @Override
    public void workOff(WorkerPool.Member member) {
      member.begunNanos = System.nanoTime();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        runOne(task);
        ended(member);
      }
      member.release();
    }

    @Override
    public void ended(WorkerPool.Member member) {
      long now = System.nanoTime();
      load.ended(member.begunNanos, now);
      member.begunNanos = now;
      member.releaseIfOver(now);
      if (Thread.interrupted() && pool.isClosed()) { // interrupted threads have ended
        Thread.currentThread().interrupt();
      }
    }
  }
}
