package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.RequestId;
import io.callbox.rpc.CallIds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The running calls of a server, so that they can be cancelled, and the ids of recently cancelled
 * calls, in case they have not begun yet. Each call has a place in a ring; if a long call still has
 * the place, the new call is kept beside the ring. Only a cancellation searches for a call by id,
 * which is rare. Safe for use by many threads.
 */
final class RunningCalls {

  private static final int MAX_REMEMBERED = 1_000;
  private static final int PLACES = 1 << 10;

  private final AtomicReferenceArray<@Nullable Cancellation> ring =
      new AtomicReferenceArray<>(PLACES);

  private final Set<Cancellation> beside = ConcurrentHashMap.newKeySet();
  private final AtomicInteger begun = new AtomicInteger();

  /** Guards the two views of recent cancellations. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Set<String> cancelled = new HashSet<>();

  @GuardedBy("lock")
  private final Queue<String> oldestFirst = new ArrayDeque<>();

  private volatile boolean anyCancelled;

  /**
   * Begins a call on this thread.
   *
   * @param id its id, which calls of other callers may also have; null for a notification
   */
  Cancellation begin(@Nullable RequestId id) {
    Cancellation cancellation = new Cancellation(id, begun.getAndIncrement() & (PLACES - 1));
    if (!ring.compareAndSet(cancellation.place(), null, cancellation)) {
      beside.add(cancellation);
    }
    // Guard against race with cancel: the thread that looks last sees the other's change
    if (anyCancelled && id != null && wasCancelled(id.text())) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** Returns whether the calling thread runs one of these calls. */
  boolean runsHere() {
    return all().stream().anyMatch(Cancellation::runsHere);
  }

  /** Removes a call that is answered, or a notification that is done. */
  void end(Cancellation cancellation) {
    if (!ring.compareAndSet(cancellation.place(), cancellation, null)) {
      beside.remove(cancellation);
    }
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
    for (Cancellation call : all()) {
      if (call.is(id)) {
        call.cancel();
      }
    }
  }

  /**
   * Ends calls whose deadline has passed, although the futures of their implementations are not
   * complete, because no caller waits for them any more.
   */
  void expire(long nowMillis) {
    all().forEach(call -> call.expire(nowMillis));
  }

  private List<Cancellation> all() {
    List<Cancellation> all = new ArrayList<>(beside);
    for (int place = 0; place < PLACES; place++) {
      Cancellation call = ring.get(place);
      if (call != null) {
        all.add(call);
      }
    }
    return all;
  }

  private boolean wasCancelled(String id) {
    synchronized (lock) {
      return cancelled.contains(id);
    }
  }
}
