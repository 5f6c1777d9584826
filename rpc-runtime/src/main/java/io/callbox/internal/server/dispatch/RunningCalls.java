package io.callbox.internal.server.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.concurrent.Ring;
import io.callbox.internal.wire.RequestId;
import io.callbox.rpc.CallIds;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The running calls of a server, so that they can be cancelled, and the ids of recently cancelled
 * calls, in case they have not begun yet. Only a cancellation searches for a call by id, which is
 * rare. Safe for use by many threads.
 */
public final class RunningCalls {

  private static final int MAX_REMEMBERED = 1_000;
  private static final int SIZE = 1 << 10;

  private final Ring<RunningCall> calls = new Ring<>(SIZE, RunningCall::number);
  private final AtomicInteger begun = new AtomicInteger();

  /**
   * Guards the two views of recent cancellations: the thread that cancels races with those that
   * begin calls.
   */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Set<String> cancelled = new HashSet<>();

  @GuardedBy("lock")
  private final Queue<String> oldestFirst = new ArrayDeque<>();

  private volatile boolean anyCancelled;

  /** Begins a call. Calls of other callers may have the same id. */
  void begin(RunningCall call) {
    call.begins(begun.getAndIncrement());
    calls.add(call);
    // Guard against race with cancel: the thread that looks last sees the other's change
    if (anyCancelled && wasCancelled(call.cancelledBy())) {
      call.cancel();
    }
  }

  /** Returns whether the calling thread runs one of these calls. */
  public boolean runsHere() {
    return calls.all().stream().anyMatch(RunningCall::runsHere);
  }

  /** Removes a call that is answered, or a notification that is done. */
  void end(RunningCall call) {
    calls.remove(call);
  }

  /** Cancels a call. Ignores ids that can be guessed, because any program could send them. */
  void cancel(String id) {
    if (!CallIds.hasSecret(id)) {
      return;
    }
    synchronized (lock) {
      if (cancelled.add(id)) {
        oldestFirst.add(id);
      }
      if (oldestFirst.size() > MAX_REMEMBERED) {
        cancelled.remove(oldestFirst.remove());
      }
    }
    anyCancelled = true;
    for (RunningCall call : calls.all()) {
      if (call.isCancelledBy(id)) {
        call.cancel();
      }
    }
  }

  /**
   * Ends calls whose deadline has passed, although the futures of their implementations are not
   * complete, because no caller waits for them any more.
   */
  public void expire(long nowMillis) {
    calls.all().forEach(call -> call.expire(nowMillis));
  }

  private boolean wasCancelled(@Nullable RequestId id) {
    synchronized (lock) {
      return id != null && cancelled.contains(id.text());
    }
  }
}
