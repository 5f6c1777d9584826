package io.callbox.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on few threads while they are short, and on as many as there are tasks while they
 * block. Waking a thread costs more than a short task does: so one thread works off what has
 * gathered, and others are woken only if that would take long.
 *
 * <p>Promises that no task waits more than some twenty milliseconds for tasks that block, as long
 * as there are fewer of those than threads. Tasks of one {@link #lane} start in their order;
 * nothing is said of their ends.
 *
 * <p>Safe for use by many threads. Threads are made when needed, and go when they are idle. To be
 * ended by {@link #shutdown} or {@link #close}.
 */
public final class AdaptiveExecutor implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdaptiveExecutor.class);

  private static final Duration STARVING = Duration.ofSeconds(1);
  private static final long COMPLAINT_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

  private final String name;
  private final int width;
  private final TaskLanes tasks = new TaskLanes();
  private final TaskLanes.Lane usual = new TaskLanes.Lane();
  private final AtomicInteger waiting = new AtomicInteger();
  private final WorkerPool crew;
  private final StallDetector watch;
  private final LoadEstimator pace = new LoadEstimator();

  /** Belongs to the watch's thread. */
  private long complainedNanos = System.nanoTime() - COMPLAINT_PAUSE_NANOS;

  /** At most {@code width} threads, whose names start with {@code name}. */
  public AdaptiveExecutor(String name, int width) {
    this.name = name;
    this.width = width;
    this.crew = new WorkerPool(name, width, new Tasks());
    this.watch = new StallDetector(name + "-watch", this);
  }

  /**
   * Runs a push at once; on a thread of this kind that works off short tasks, when it has done so,
   * to let their messages leave together. A task that then blocks holds it up by some milliseconds
   * at most.
   */
  static void gather(Runnable push) {
    if (Thread.currentThread() instanceof WorkerPool.Member member && member.gathers()) {
      member.gathering.hold(push);
    } else {
      push.run();
    }
  }

  /** Runs what the calling thread has gathered: it is about to wait for what comes of it. */
  public static void release() {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.gathering.release();
    }
  }

  /** The calling thread does so many short tasks as one from now on; 1 for one at a time. */
  public static void doesTogether(int tasks) {
    if (Thread.currentThread() instanceof WorkerPool.Member member) {
      member.gathering.together(tasks);
    }
  }

  /**
   * The calling thread has done one of several short tasks that it does as one: it counts as a task
   * of its own.
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
   * Runs tasks on the same threads, in turn with those of other lanes: so many of one lane do not
   * hold up a few of another.
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
    // Guard against race with a thread that falls asleep: it looks for tasks after it has said so
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
   * Wakes threads if nothing has ended for a while. Called by the watch. If the threads that run
   * wait for something, their number grows fourfold with each look until all that waits has one: a
   * thread that is seen waiting may just have been unlucky. If not, they may wait in native code,
   * or for a processor, of which more threads would not make more: their number doubles.
   */
  void wakeIfStuck() {
    long now = System.nanoTime();
    releaseWhatBlockedTasksHold(now);
    complainIfStarved(now);
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

  /** Whether tasks wait while all threads there may be have ended none for so long. */
  public boolean isStuckFor(Duration time) {
    return waiting.get() > 0 && crew.awake() >= width && pace.isStuckFor(time.toNanos());
  }

  boolean isBusy() {
    return crew.awake() > 0 || waiting.get() > 0;
  }

  /** If no thread can be started, tasks wait for those there are, or for the next look. */
  private void wake(int count) {
    pace.begun();
    try {
      crew.wake(count);
    } catch (OutOfMemoryError none) {
      LOG.warn(
          "{} tasks of {} wait: no thread could be started: {}", waiting, name, none.toString());
    }
  }

  /** Says so, now and then, while all threads there may be are blocked and tasks wait. */
  private void complainIfStarved(long now) {
    if (isStuckFor(STARVING) && now - complainedNanos > COMPLAINT_PAUSE_NANOS) {
      complainedNanos = now;
      LOG.warn("all {} threads of {} block, and {} tasks wait for one", width, name, waiting);
    }
  }

  /** Threads end when they have run what waits. */
  public void shutdown() {
    crew.close();
    watch.end();
  }

  /** Forgets what waits, and interrupts what runs. */
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
