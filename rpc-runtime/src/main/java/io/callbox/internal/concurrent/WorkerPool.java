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
 * The threads of {@link AdaptiveExecutor}: made when needed, called in the reverse of the order in
 * which they fell asleep, and gone when nobody has called them for a while. Safe for use by many
 * threads.
 */
final class WorkerPool {

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String name;
  private final int width;
  private final Work work;
  private final Consumer<Thread> starter;

  /** How many are not idle. Raised by whoever wakes one, lowered by the thread itself. */
  private final AtomicInteger awake = new AtomicInteger();

  /** Guards what follows: who wakes a thread races with the thread that falls asleep or ends. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<Member> idle = new ArrayDeque<>();

  @GuardedBy("lock")
  private final Set<Member> members = new HashSet<>();

  private int made;
  private volatile boolean closed;

  /** At most {@code width} threads, whose names start with {@code name}. */
  WorkerPool(String name, int width, Work work) {
    this(name, width, work, Thread::start);
  }

  /** With a starter of a test's own. */
  WorkerPool(String name, int width, Work work, Consumer<Thread> starter) {
    this.name = name;
    this.width = width;
    this.work = work;
    this.starter = starter;
  }

  /** What there is to do. */
  interface Work {

    /** Works off all that waits, on a thread of the crew. Throws nothing. */
    void workOff(Member member);

    /** Whether something waits. */
    boolean waits();

    /** A member has ended a task, or one of several that it does as one. */
    void ended(Member member);

    /** Whether what there is to do lately takes so little that its pushes wait for each other. */
    boolean areShort();
  }

  int awake() {
    return awake.get();
  }

  /**
   * Wakes so many, or as many as there may still be. Throws what a thread that cannot be started
   * throws; its place is free again.
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

  /** Counts the thread first: it may end its work before its start has returned. */
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

  /** All there are, idle or not. */
  List<Member> members() {
    synchronized (lock) {
      return List.copyOf(members);
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Threads end when nothing waits. */
  void close() {
    closed = true;
    members().forEach(LockSupport::unpark);
  }

  /** One thread of the crew. */
  final class Member extends Thread {

    final DeferredPushes gathering = new DeferredPushes();

    /** When the task that it runs was begun. Belongs to this thread. */
    long begunNanos;

    /** Set by whoever has taken this thread off the idle ones. */
    private volatile boolean called;

    private Member(String name) {
      super(name);
      setDaemon(true);
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

    /** Sleeps until it is called or finds something to do. Returns false to end. */
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

    /** Ends, unless somebody has called it at the last moment. */
    private boolean isForgotten() {
      synchronized (lock) {
        return idle.remove(this);
      }
    }
  }
}
