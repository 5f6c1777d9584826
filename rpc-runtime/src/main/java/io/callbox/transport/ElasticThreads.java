package io.callbox.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on few threads while they are short, and on as many as there are tasks while they
 * block. Waking a thread costs more than a short task does: so one thread works off what has
 * gathered, and others are woken only if that would take long.
 *
 * <p>Promises that no task waits more than some twenty milliseconds for tasks that block, as long
 * as there are fewer of those than threads. Tasks start in their order; nothing is said of their
 * ends.
 *
 * <p>Safe for use by many threads. Threads are made when needed, and go when they are idle. To be
 * ended by {@link #shutdown} or {@link #close}.
 */
public final class ElasticThreads implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ElasticThreads.class);
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final int width;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** How many threads are not idle. Raised by whoever wakes one, lowered by the thread itself. */
  private final AtomicInteger awake = new AtomicInteger();

  /** Guards what follows: who wakes a thread races with the thread that falls asleep or ends. */
  private final Object lock = new Object();

  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Worker> workers = new HashSet<>();

  /** What each worker gathers. */
  private final Queue<Gathering> gatherings = new ConcurrentLinkedQueue<>();

  private int made;

  private final StallWatch watch;
  private final Pace pace = new Pace();
  private volatile boolean closed;

  /** At most {@code width} threads, whose names start with {@code name}. */
  public ElasticThreads(String name, int width) {
    this.name = name;
    this.width = width;
    this.watch = new StallWatch(name + "-watch", this);
  }

  /**
   * Runs a push at once; on a thread of this kind that works off short tasks, when it has done so,
   * to let their messages leave together. A task that then blocks holds it up by some milliseconds
   * at most.
   */
  static void gather(Runnable push) {
    if (Thread.currentThread() instanceof Worker worker && worker.gathers()) {
      worker.gathering.hold(push);
    } else {
      push.run();
    }
  }

  /** Runs what the calling thread has gathered: it is about to wait for what comes of it. */
  public static void release() {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.gathering.release();
    }
  }

  /** Runs a task soon; after {@link #shutdown} at once, on the calling thread. */
  @Override
  public void execute(Runnable task) {
    if (closed) {
      task.run();
      return;
    }
    tasks.add(task);
    int ahead = waiting.incrementAndGet();
    // Guard against race with a thread that falls asleep: it looks for tasks after it has said so
    if (needsOneMore(ahead, awake.get())) {
      wake(1);
    }
    watch.look();
    if (closed) {
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
    releaseWhatBlockedTasksHold();
    int backlog = waiting.get();
    if (backlog > 0 && pace.isStuck()) {
      wake(Math.min(backlog, (runningThreadsWait() ? 3 : 1) * awake.get()));
    }
  }

  private void releaseWhatBlockedTasksHold() {
    long now = System.nanoTime();
    for (Gathering gathering : gatherings) {
      if (gathering.isOver(now)) {
        gathering.release();
      }
    }
  }

  private boolean runningThreadsWait() {
    synchronized (lock) {
      for (Worker worker : workers) {
        if (worker.getState() == Thread.State.RUNNABLE) {
          return false;
        }
      }
    }
    return true;
  }

  boolean isBusy() {
    return awake.get() > 0 || waiting.get() > 0;
  }

  private void wake(int count) {
    pace.begun();
    synchronized (lock) {
      for (int more = 0; more < count && awake.get() < width; more++) {
        awake.incrementAndGet();
        Worker sleeper = idle.pollFirst();
        if (sleeper == null) {
          Worker worker = new Worker(name + '-' + ++made);
          workers.add(worker);
          gatherings.add(worker.gathering);
          worker.start();
        } else {
          sleeper.called = true;
          LockSupport.unpark(sleeper);
        }
      }
    }
  }

  /** Threads end when they have run what waits. */
  public void shutdown() {
    closed = true;
    watch.end();
    synchronized (lock) {
      workers.forEach(LockSupport::unpark);
    }
  }

  /** Forgets what waits, and interrupts what runs. */
  @Override
  public void close() {
    shutdown();
    tasks.clear();
    synchronized (lock) {
      workers.forEach(Thread::interrupt);
    }
  }

  private final class Worker extends Thread {

    /** Set by whoever has taken this thread off the idle ones. */
    private volatile boolean called;

    private final Gathering gathering = new Gathering();

    Worker(String name) {
      super(name);
      setDaemon(true);
    }

    @Override
    public void run() {
      do {
        runAll();
      } while (sleep());
      gatherings.remove(gathering);
      synchronized (lock) {
        workers.remove(this);
      }
    }

    private void runAll() {
      long start = System.nanoTime();
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        waiting.decrementAndGet();
        runOne(task);
        long end = System.nanoTime();
        pace.ended(start, end);
        start = end;
        if (gathering.isOver(end)) {
          gathering.release();
        }
      }
      gathering.release();
    }

    private boolean gathers() {
      return pace.isShort() && !closed;
    }

    private void runOne(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        LOG.error("a task of {} failed", name, failure);
      }
      if (Thread.interrupted() && closed) {
        interrupt();
      }
    }

    /** Sleeps until it is called or finds a task. Returns false to end. */
    private boolean sleep() {
      called = false;
      synchronized (lock) {
        idle.addFirst(this);
      }
      awake.decrementAndGet();
      if (!tasks.isEmpty()) {
        stayAwake();
        return true;
      }
      long end = System.nanoTime() + IDLE_NANOS;
      for (long left = IDLE_NANOS; !called && left > 0 && !closed; left = end - System.nanoTime()) {
        LockSupport.parkNanos(ElasticThreads.this, left);
      }
      return called || !isForgotten();
    }

    private void stayAwake() {
      synchronized (lock) {
        if (idle.remove(this)) {
          awake.incrementAndGet();
        }
      }
    }

    /** Ends, unless somebody has called it at the last moment. */
    private boolean isForgotten() {
      synchronized (lock) {
        return idle.remove(this);
      }
    }
  }
}
