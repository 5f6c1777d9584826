package io.callbox.server;

import io.callbox.rpc.CallIds;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of a server that run, by their ids, so that they can be cancelled; and the ids of those
 * that were cancelled lately, in case they have yet to begin. Safe for use by many threads.
 */
final class RunningCalls {

  private static final int MAX_REMEMBERED = 1_000;

  private final Map<String, Cancellation> running = new ConcurrentHashMap<>();

  /** Guards the two views of what was cancelled lately. */
  private final Object lock = new Object();

  private final Set<String> cancelled = new HashSet<>();
  private final Queue<String> oldestFirst = new ArrayDeque<>();

  /** A call is about to run on this thread. */
  Cancellation begin(String id) {
    Cancellation cancellation = new Cancellation();
    running.put(id, cancellation);
    if (wasCancelled(id)) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** A call has been answered. */
  void end(String id) {
    running.remove(id);
  }

  /** The caller of a call no longer wants it. Of an id that can be guessed, anybody may say so. */
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
    Cancellation cancellation = running.get(id);
    if (cancellation != null) {
      cancellation.cancel();
    }
  }

  /**
   * Ends calls whose time is over, though the futures that their implementations returned are not
   * complete: nobody waits for these any more.
   */
  void expire(long nowMillis) {
    running.values().forEach(call -> call.expire(nowMillis));
  }

  private boolean wasCancelled(String id) {
    synchronized (lock) {
      return !cancelled.isEmpty() && cancelled.contains(id);
    }
  }
}
