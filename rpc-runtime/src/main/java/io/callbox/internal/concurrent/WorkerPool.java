package io.callbox.internal.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The threads of {@link AdaptiveExecutor}. They start when they are needed, the thread that fell
 * asleep last wakes first, and a thread ends when it has been idle for a while. Safe for use by
 * many threads.
 */
final class WorkerPool {

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final int width;
  private final Work work;
  private final Consumer<Thread> starter;

  /**
   * The number of threads that are not idle. The thread that wakes another raises it; the woken
   * thread lowers it.
   */
  private final AtomicInteger awake = new AtomicInteger();

  /**
   * Guards the following fields: a thread that wakes another races with the one that falls asleep
   * or ends.
   */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<Member> idle = new ArrayDeque<>();

  @GuardedBy("lock")
  private final Set<Member> members = new HashSet<>();

  @GuardedBy("lock")
  private int made;

  private volatile boolean closed;

  /** Creates a pool of at most {@code width} threads, whose names start with {@code name}. */
  WorkerPool(String name, int width, Work work) {
    this(name, width, work, Thread::start);
  }

  /** Creates a pool with a test's own starter. */
  WorkerPool(String name, int width, Work work, Consumer<Thread> starter) {
    this.name = name;
    this.width = width;
    this.work = work;
    this.starter = starter;
  }

  /** The work of the pool. */
  interface Work {

    /** Runs all waiting tasks, on a thread of the pool. Throws nothing. */
    void workOff(Member member);

    /** Returns whether tasks wait. */
    boolean waits();

    /** Called when a member has ended a task, or one of several that it runs as one. */
    void ended(Member member);

    /** Returns whether recent tasks are so short that their pushes wait for each other. */
    boolean areShort();
  }

  int awake() {
    return awake.get();
  }

  /**
   * Wakes this number of threads, as far as the maximum allows. If a thread cannot be started,
   * throws its error, and does not count the thread.
   */
  void wake(int count) {
    synchronized (lock) {
      for (int more = 0; more < count && awake.get() < width; more++) {
        Member sleeper = idle.pollFirst();
        if (sleeper == null) {
          start(new Member(name + '-' + ++made));
        } else {
          awake.incrementAndGet();
          sleeper.called = true;
          LockSupport.unpark(sleeper);
        }
      }
    }
  }

  /**
   * Starts a thread. It is counted first, because it may end its work before its start has
   * returned.
   */
  @GuardedBy("lock")
  private void start(Member member) {
    boolean started = false;
    awake.incrementAndGet();
    members.add(member);
    try {
      starter.accept(member);
      started = true;
    } finally {
      if (!started) {
        awake.decrementAndGet();
        members.remove(member);
      }
    }
  }

  /** Returns all threads, idle or not. */
  List<Member> members() {
    synchronized (lock) {
      return List.copyOf(members);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends the threads when no tasks wait. */
  void close() {
    closed = true;
    members().forEach(LockSupport::unpark);
  }

  /** One thread of the pool. */
  final class Member extends Thread {

    final DeferredPushes deferred = new DeferredPushes();

    /** True if it has held a push since it released all. Written by this thread only. */
    private volatile boolean holds;

    /** The start of its current task. Belongs to this thread. */
    long begunNanos;

    /** Set by the code that removes this thread from the idle ones. */
    private volatile boolean called;

    private Member(String name) {
      super(name);
      setDaemon(true);
    }

    /** Holds a push. For this thread. */
    void hold(Runnable push) {
      deferred.hold(push);
      holds = true;
    }

    /** Releases the pushes that it holds. For this thread. */
    void release() {
      if (holds) {
        holds = false;
        deferred.release();
      }
    }

    /** Releases them if it has held them for long enough. For any thread. */
    void releaseIfOver(long now) {
      if (holds) {
        deferred.releaseIfOver(now);
      }
    }

    void endedOne() {
      work.ended(this);
    }

    boolean gathers() {
      return work.areShort() && !closed;
    }

    @Override
    public void run() {
      do {
        work.workOff(this);
      } while (sleep());
      synchronized (lock) {
        members.remove(this);
      }
    }

    /** Sleeps until it is woken or finds a task. Returns false to end. */
    private boolean sleep() {
      called = false;
      synchronized (lock) {
        idle.addFirst(this);
      }
      awake.decrementAndGet();
      if (work.waits()) {
        stayAwake();
        return true;
      }
      long end = System.nanoTime() + IDLE_NANOS;
      for (long left = IDLE_NANOS; !called && left > 0 && !closed; left = end - System.nanoTime()) {
        LockSupport.parkNanos(WorkerPool.this, left);
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

    /** Returns whether to end; not if another thread has woken it at the last moment. */
    private boolean isForgotten() {
      synchronized (lock) {
        return idle.remove(this);
      }
    }
  }
}
