package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
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
 * The calls of a server that run, so that they can be cancelled; and the ids of those that were
 * cancelled lately, in case they have yet to begin. Each call has a place in a ring, and one whose
 * place is still taken by a call that runs for long is kept beside it: nothing is looked up by id
 * but what is cancelled, which is rare. Safe for use by many threads.
 */
final class RunningCalls {

  private static final int MAX_REMEMBERED = 1_000;
  private static final int PLACES = 1 << 10;

  private final AtomicReferenceArray<@Nullable Cancellation> ring =
      new AtomicReferenceArray<>(PLACES);

  private final Set<Cancellation> beside = ConcurrentHashMap.newKeySet();
  private final AtomicInteger begun = new AtomicInteger();

  /** Guards the two views of what was cancelled lately. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Set<String> cancelled = new HashSet<>();

  @GuardedBy("lock")
  private final Queue<String> oldestFirst = new ArrayDeque<>();

  private volatile boolean anyCancelled;

  /**
   * A call is about to run on this thread.
   *
   * @param id its id, which calls of other callers may have as well; null for a notification
   */
  Cancellation begin(@Nullable String id) {
    Cancellation cancellation = new Cancellation(id, begun.getAndIncrement() & (PLACES - 1));
    if (!ring.compareAndSet(cancellation.place(), null, cancellation)) {
      beside.add(cancellation);
    }
    // Guard against race with cancel: whichever of the two looks last sees what the other has done
    if (anyCancelled && id != null && wasCancelled(id)) {
      cancellation.cancel();
    }
    return cancellation;
  }

  /** Whether the calling thread runs one of these. */
  boolean runsHere() {
    return all().stream().anyMatch(Cancellation::runsHere);
  }

  /** A call has been answered, or was a notification and is done. */
  void end(Cancellation cancellation) {
    if (!ring.compareAndSet(cancellation.place(), cancellation, null)) {
      beside.remove(cancellation);
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
    anyCancelled = true;
    for (Cancellation call : all()) {
      if (id.equals(call.id())) {
        call.cancel();
      }
    }
  }

  /**
   * Ends calls whose time is over, though the futures that their implementations returned are not
   * complete: nobody waits for these any more.
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
