package io.callbox.internal.server;

import io.callbox.rpc.CallIds;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a server that run, by their ids, so that they can be cancelled; and the ids of those
 * that were cancelled lately, in case they have yet to begin. Safe for use by many threads.
 */
final class RunningCalls {

  private static final int MAX_REMEMBERED = 1_000;

  /** By id, where that can be cancelled and is not running already; all others by themselves. */
  private final Map<Object, Cancellation> running = new ConcurrentHashMap<>();

  /** Guards the two views of what was cancelled lately. */
  private final Object lock = new Object();

  private final Set<String> cancelled = new HashSet<>();
  private final Queue<String> oldestFirst = new ArrayDeque<>();

  /**
   * A call is about to run on this thread.
   *
   * @param id its id, which calls of other callers may have as well; null for a notification
   */
  Cancellation begin(@Nullable String id) {
    Cancellation cancellation = new Cancellation();
    if (id == null || !CallIds.hasSecret(id)) {
      running.put(cancellation, cancellation);
      return cancellation;
    }
    if (running.putIfAbsent(id, cancellation) != null) {
      running.put(cancellation, cancellation);
    }
    if (wasCancelled(id)) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** Whether the calling thread runs one of these. */
  boolean runsHere() {
    return running.values().stream().anyMatch(Cancellation::runsHere);
  }

  /** A call has been answered, or was a notification and is done. */
  void end(@Nullable String id, Cancellation cancellation) {
    if (id == null || !running.remove(id, cancellation)) {
      running.remove(cancellation);
    }
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
