package io.callbox.internal.client;

import io.callbox.internal.lease.WatchedCall;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that wait for their replies. A call is registered before it is sent, and leaves exactly
 * once: with its reply, its timeout, its failure, or the end of the client.
 *
 * <p>The numbers of calls count up, and each call has its place in a ring. If a much older call
 * still has this place, the new call is kept in a map beside the ring. The calls are not counted:
 * threads that add and threads that remove would all write one number, for each call.
 *
 * <p>Safe for use by many threads.
 */
final class PendingCalls {

  private static final Logger LOG = LoggerFactory.getLogger(PendingCalls.class);

  private static final int SIZE = 1 << 12;

  private final AtomicReferenceArray<@Nullable PendingCall> ring = new AtomicReferenceArray<>(SIZE);
  private final Map<Long, PendingCall> beside = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Sleeps until there is a call; null if no thread does. */
  private volatile @Nullable Thread sleeper;

  /**
   * Registers a call.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  void register(PendingCall call) {
    if (!ring.compareAndSet(place(call.number), null, call)) {
      beside.put(call.number, call);
    }
    // Guard against race with close: the thread that sees the other's write removes the call
    if (closed && remove(call)) {
      throw Unsent.closed(call.method);
    }
    Thread asleep = sleeper;
    if (asleep != null) {
      LockSupport.unpark(asleep);
    }
  }

  /**
   * Sleeps until there is a call. For one thread at a time. Guard against race with {@link
   * #register}: it looks for the sleeper after it has added the call.
   *
   * @param over whether to stop sleeping; the thread that makes it true wakes the sleeper
   */
  void awaitCall(BooleanSupplier over) {
    sleeper = Thread.currentThread();
    while (isEmpty() && !over.getAsBoolean()) {
      LockSupport.park(this);
    }
    sleeper = null;
  }

  /** Returns the call with a number; null if there is none. */
  @Nullable PendingCall get(long number) {
    PendingCall there = ring.get(place(number));
    return there != null && there.number == number ? there : beside.get(number);
  }

  /** Removes the call with a number; null if another thread has already removed it. */
  @Nullable PendingCall remove(long number) {
    int place = place(number);
    PendingCall there = ring.get(place);
    if (there != null && there.number == number) {
      return ring.compareAndSet(place, there, null) ? there : null;
    }
    return beside.isEmpty() ? null : beside.remove(number);
  }

  /** Removes a call. Returns false if another thread has already removed it. */
  private boolean remove(PendingCall call) {
    return ring.compareAndSet(place(call.number), call, null) || beside.remove(call.number, call);
  }

  /** Fails a call unless it has completed. */
  void fail(PendingCall call, RpcException failure) {
    if (remove(call)) {
      call.failed(failure);
    }
  }

  /** Removes all calls of a kind, and ends each with this action. */
  void removeAll(Predicate<PendingCall> kind, Consumer<PendingCall> end) {
    for (PendingCall call : all()) {
      if (kind.test(call)) {
        remove(call, end);
      }
    }
  }

  /** Returns the calls that end if the node for which they wait is gone. */
  List<WatchedCall> watched(CallCanceller canceller) {
    List<WatchedCall> watched = new ArrayList<>();
    for (PendingCall call : all()) {
      QueueName inbox = call.watchedInbox();
      if (inbox != null) {
        watched.add(new WatchedCall(inbox, () -> remove(call, lost -> lost.lost(canceller))));
      }
    }
    return watched;
  }

  /**
   * Removes a call and ends it with this action, unless it has completed. If the action fails, the
   * call fails, because it is no longer pending and no other thread would notify its caller.
   */
  void remove(PendingCall call, Consumer<PendingCall> end) {
    if (!remove(call)) {
      return;
    }
    try {
      end.accept(call);
    } catch (RuntimeException | Error broken) {
      LOG.error("{} could not be ended", call.method, broken);
      String message = call.method + ": could not be ended: " + broken;
      call.failed(new RpcException(StatusCode.INTERNAL, Executed.UNKNOWN, message, broken));
    }
  }

  /** Returns the current calls. */
  private List<PendingCall> all() {
    List<PendingCall> all = new ArrayList<>(beside.values());
    for (int place = 0; place < SIZE; place++) {
      PendingCall call = ring.get(place);
      if (call != null) {
        all.add(call);
      }
    }
    return all;
  }

  /** Counts the calls. Those that are added or removed meanwhile may count or not. */
  int size() {
    return all().size();
  }

  /**
   * Checks that the client is open, for calls that are not registered.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  void requireOpen(MethodDescriptor<?> method) {
    if (closed) {
      throw Unsent.closed(method);
    }
  }

  boolean contains(PendingCall call) {
    return ring.get(place(call.number)) == call || beside.get(call.number) == call;
  }

  /** Returns false if there has been a call all the time. */
  private boolean isEmpty() {
    for (int place = 0; place < SIZE; place++) {
      if (ring.get(place) != null) {
        return false;
      }
    }
    return beside.isEmpty();
  }

  /** Refuses calls from now on, and fails the waiting ones. */
  void close(Function<PendingCall, RpcException> reason) {
    closed = true;
    removeAll(call -> true, call -> call.failed(reason.apply(call)));
  }

  private static int place(long number) {
    return (int) number & (SIZE - 1);
  }
}
