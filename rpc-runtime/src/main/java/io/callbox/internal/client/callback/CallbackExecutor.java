package io.callbox.internal.client.callback;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.concurrent.ShortPieces;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.concurrent.TaskSequence;
import io.callbox.rpc.CallContext;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends asynchronous calls, and runs the callbacks on their futures. The thread that ends a call
 * also runs its callbacks, after the future is complete, if fewer threads than a bound are in
 * callbacks. Otherwise the callbacks wait. So a blocking callback delays other callbacks, but never
 * the end of a call, and never a thread that waits for a call.
 *
 * <p>As an executor it runs the callbacks of a {@link CallFuture}; the class comment of {@link
 * CallbackTurn} says on which thread. Safe for use by many threads. The code that creates it closes
 * it.
 */
public final class CallbackExecutor implements Executor {

  /** The maximum number of threads in callbacks; the same number remains to end calls. */
  static final int MOST = 256;

  /**
   * Waiting callbacks starve if none has begun for this time. When a callback ends, the next
   * begins.
   */
  private static final Duration STARVING = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(CallbackExecutor.class);
  private static final Duration LOG_PAUSE = Duration.ofSeconds(30);

  /** The calls that the calling thread ends together; null if it ends each by itself. */
  private static final ThreadLocal<@Nullable EndedCalls> GATHERING = new ThreadLocal<>();

  private final String name;
  private final AdaptiveExecutor threads;
  private final TaskScheduler later;
  private final Semaphore free = new Semaphore(MOST);
  private final Queue<CallbackTurn> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean watched = new AtomicBoolean();
  private volatile long lastNanos = System.nanoTime();

  /** Belongs to the thread that has set {@link #watched}. */
  private long loggedNanos = System.nanoTime() - LOG_PAUSE.toNanos();

  /**
   * Creates the executor of a node.
   *
   * @param name the name of the threads
   * @param later runs the check for starving callbacks
   */
  public CallbackExecutor(String name, TaskScheduler later) {
    this.name = name;
    this.threads = new AdaptiveExecutor(name, 2 * MOST);
    this.later = later;
  }

  /**
   * Ends a call soon, on a thread of this executor.
   *
   * @param around binds the context of the call's callbacks to the thread
   * @param completion completes the future
   */
  public void complete(Supplier<CallContext.Scope> around, Runnable completion) {
    EndedCalls together = GATHERING.get();
    if (together != null && together.areOf(this)) {
      together.add(around, completion);
    } else {
      threads.execute(() -> completeHere(around, completion));
    }
  }

  /**
   * Collects the calls that {@code ending} ends on the calling thread, and ends them soon, as one
   * task.
   *
   * @param ending calls {@link #complete(Supplier, Runnable)}, and no code of users
   */
  public void completeTogether(Runnable ending) {
    EndedCalls outer = GATHERING.get();
    EndedCalls together = new EndedCalls(this);
    GATHERING.set(together);
    try {
      ending.run();
    } finally {
      GATHERING.set(outer);
      if (together.size() > 0) {
        TaskSequence.start(threads, together);
      }
    }
  }

  /** Soon ends calls, each by {@link #completeHere}, as one task. */
  public void complete(ShortPieces calls) {
    TaskSequence.start(threads, calls);
  }

  /** Does the same on the calling thread. */
  public void completeHere(Supplier<CallContext.Scope> around, Runnable completion) {
    CallbackTurn outer = CallbackTurn.current();
    CallbackTurn turn = outer != null && outer.hasEnded() ? outer : new CallbackTurn();
    turn.begin(this, around, outer != null && outer.runs());
    CallContext.Scope scope = turn.enter(outer);
    try {
      completion.run();
      runFunctions(turn);
    } finally {
      turn.leave(outer, scope);
    }
  }

  /** Runs a callback on a complete future. */
  @Override
  public void execute(Runnable function) {
    CallbackTurn turn = CallbackTurn.current();
    if (turn == null || !turn.isOf(this)) {
      function.run(); // on a thread of the caller, as with other futures
    } else if (!turn.take(function)) {
      postpone(turn.with(function));
    }
  }

  /**
   * Runs postponed callbacks, because the calling thread is about to wait for a future, perhaps for
   * one of these.
   */
  void aboutToWait() {
    AdaptiveExecutor.release();
    CallbackTurn turn = CallbackTurn.current();
    if (turn != null && turn.isOf(this) && !turn.isEmpty()) {
      postpone(turn.rest());
    }
  }

  /**
   * Runs an action by which the calling thread begins to wait for a future. If the future ends
   * meanwhile, the action may set its callbacks off: other threads run them.
   */
  void beginWait(Runnable action) {
    CallbackTurn outer = CallbackTurn.current();
    CallbackTurn turn = new CallbackTurn();
    turn.begin(this, turn.around(), false);
    CallContext.Scope scope = turn.enter(outer);
    try {
      action.run();
    } finally {
      CallbackTurn setOff = turn.rest();
      turn.leave(outer, scope);
      if (!setOff.isEmpty()) {
        postpone(setOff);
      }
    }
  }

  private void runFunctions(CallbackTurn turn) {
    if (turn.isEmpty()) {
      return;
    }
    if (turn.isNested()) {
      turn.run();
    } else if (waiting.isEmpty() && free.tryAcquire()) {
      runAdmitted(turn);
    } else {
      postpone(turn.rest());
    }
  }

  private void postpone(CallbackTurn turn) {
    waiting.add(turn);
    admit();
  }

  private void runAdmitted(CallbackTurn turn) {
    lastNanos = AdaptiveExecutor.taskBeganNanos();
    try {
      turn.run();
    } finally {
      free.release();
      admit();
    }
  }

  /**
   * Starts more threads. Guard against race with a callback that ends: the thread that looks last
   * sees the other's change. Of threads that look at the same time, one has the check made.
   */
  private void admit() {
    while (!waiting.isEmpty() && free.tryAcquire()) {
      CallbackTurn next = waiting.poll();
      if (next == null) {
        free.release();
      } else {
        threads.execute(() -> resume(next));
      }
    }
    if (!waiting.isEmpty() && watched.compareAndSet(false, true)) {
      later.runInRealTime(STARVING, this::look);
    }
  }

  private void resume(CallbackTurn turn) {
    CallbackTurn outer = CallbackTurn.current();
    CallContext.Scope scope = turn.enter(outer);
    try {
      runAdmitted(turn);
    } finally {
      turn.leave(outer, scope);
    }
  }

  /** Returns the reason why callbacks do not run at present; null if they do. */
  public @Nullable String trouble() {
    if (!waiting.isEmpty() && System.nanoTime() - lastNanos > STARVING.toNanos()) {
      return MOST + " functions hung on futures of asynchronous calls block, and others wait";
    }
    return threads.isStuckFor(STARVING)
        ? "all threads that end asynchronous calls block in functions of their callers"
        : null;
  }

  private void look() {
    String trouble = trouble();
    if (trouble != null && System.nanoTime() - loggedNanos > LOG_PAUSE.toNanos()) {
      loggedNanos = System.nanoTime();
      LOG.warn(
          "{}: {}; use thenCompose instead of waiting, or thenApplyAsync with an executor",
          name,
          trouble);
    }
    watched.set(false);
    admit();
  }

  /** Ends the threads when they have run all waiting tasks. */
  public void shutdown() {
    threads.shutdown();
  }
}
