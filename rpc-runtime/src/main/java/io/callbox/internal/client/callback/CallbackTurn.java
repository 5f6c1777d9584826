package io.callbox.internal.client.callback;

import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.rpc.CallContext;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks that one thread runs after it has ended a call. They gather while the call ends. If
 * a running callback triggers another one, the thread runs it inside the first, like other futures,
 * up to a depth. Beyond this depth, another thread runs it, so that long chains do not use up the
 * stack.
 *
 * <p>Belongs to one thread at a time.
 */
final class CallbackTurn {

  private static final int DEEPEST = 50;

  /**
   * The turn of the calling thread; its callbacks may belong to another node. On threads of this
   * library, a turn that has ended stays there for the next call that the thread ends.
   */
  private static final ThreadLocal<@Nullable CallbackTurn> CURRENT = new ThreadLocal<>();

  /** Null before and after the turn. */
  private @Nullable CallbackExecutor owner;

  private Supplier<CallContext.Scope> around = CallbackTurn::nothing;
  private boolean nested;

  /** Most calls have one callback or none. */
  private @Nullable Runnable first;

  /** The callbacks after the first; null before there are any. */
  private @Nullable Queue<Runnable> others;

  private boolean runs;
  private int depth;

  /**
   * Begins a turn without callbacks.
   *
   * @param newOwner the owner of the callbacks
   * @param newAround binds the context of the callbacks to a thread
   * @param isNested whether the turn happens inside a running callback
   */
  void begin(CallbackExecutor newOwner, Supplier<CallContext.Scope> newAround, boolean isNested) {
    owner = newOwner;
    around = newAround;
    nested = isNested;
  }

  /** Clears its state. */
  private void end() {
    owner = null;
    around = CallbackTurn::nothing;
    nested = false;
    first = null;
    others = null;
    runs = false;
    depth = 0;
  }

  /** Returns the turn of the calling thread; null if it has none. */
  static @Nullable CallbackTurn current() {
    return CURRENT.get();
  }

  /** Becomes the turn of the calling thread, in place of {@code outer}, and binds its context. */
  CallContext.Scope enter(@Nullable CallbackTurn outer) {
    if (this != outer) {
      CURRENT.set(this);
    }
    return around.get();
  }

  /** Ends, and gives the calling thread its turn of before. */
  void leave(@Nullable CallbackTurn outer, CallContext.Scope scope) {
    scope.close();
    end();
    if (this != outer && (outer != null || !AdaptiveExecutor.isThreadOfOne())) {
      CURRENT.set(outer); // leave nothing on a thread of the caller
    }
  }

  private static CallContext.Scope nothing() {
    return CallContext.Scope.NONE;
  }

  boolean hasEnded() {
    return owner == null;
  }

  private CallbackTurn other() {
    CallbackTurn other = new CallbackTurn();
    other.owner = owner;
    other.around = around;
    return other;
  }

  /** Returns another turn, with one callback. */
  CallbackTurn with(Runnable function) {
    CallbackTurn other = other();
    other.first = function;
    return other;
  }

  boolean isOf(CallbackExecutor callbacks) {
    return owner == callbacks;
  }

  Supplier<CallContext.Scope> around() {
    return around;
  }

  boolean isNested() {
    return nested;
  }

  boolean runs() {
    return runs || nested;
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Adds a callback, or runs it at once. Returns false if another thread must run it. */
  boolean take(Runnable function) {
    if (!runs) {
      add(function);
      return true;
    }
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    try {
      function.run();
    } finally {
      depth--;
    }
    return true;
  }

  /**
   * Returns another turn with the callbacks that have not begun, and removes them from this turn.
   */
  CallbackTurn rest() {
    CallbackTurn later = other();
    later.first = first;
    later.others = others;
    first = null;
    others = null;
    return later;
  }

  private void add(Runnable function) {
    if (first == null) {
      first = function;
    } else {
      if (others == null) {
        others = new ArrayDeque<>();
      }
      others.add(function);
    }
  }

  private @Nullable Runnable next() {
    Runnable next = first;
    first = others == null ? null : others.poll();
    return next;
  }

  /** Runs the callbacks. */
  void run() {
    runs = true;
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }
}
