package io.callbox.internal.client;

import io.callbox.rpc.CallContext;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions that one thread runs after it has ended a call. While the call ends they gather.
 * While they run, what one of them sets off is run inside it, as other futures do, up to a depth:
 * from there on it is left to another thread, so that long chains do not use up the stack.
 *
 * <p>Belongs to one thread at a time.
 */
final class CallbackTurn {

  private static final int DEEPEST = 50;

  private final CallbackExecutor owner;
  private final Supplier<CallContext.Scope> around;
  private final boolean nested;

  /** Most calls have one function, or none. */
  private @Nullable Runnable first;

  /** Those after the first; null before there are any. */
  private @Nullable Queue<Runnable> others;

  private boolean runs;
  private int depth;

  /**
   * A turn without functions.
   *
   * @param owner whose functions they are
   * @param around binds to a thread what the functions are to find there
   * @param nested whether it happens inside a function that runs
   */
  CallbackTurn(CallbackExecutor owner, Supplier<CallContext.Scope> around, boolean nested) {
    this.owner = owner;
    this.around = around;
    this.nested = nested;
  }

  /** Another turn, of one function. */
  CallbackTurn with(Runnable function) {
    CallbackTurn other = new CallbackTurn(owner, around, false);
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

  /** Takes a function over, or runs it at once. Returns false if it is for another thread. */
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

  /** Another turn, with the functions that have not begun; none is left here. */
  CallbackTurn rest() {
    CallbackTurn later = new CallbackTurn(owner, around, false);
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

  /** Runs the functions. */
  void run() {
    runs = true;
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }
}
