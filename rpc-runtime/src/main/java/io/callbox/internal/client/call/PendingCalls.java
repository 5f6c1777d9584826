package io.callbox.internal.client.call;

import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.concurrent.Ring;
import io.callbox.internal.lease.WatchedCall;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that wait for their replies. A call is registered before it is sent, and leaves exactly
 * once: with its reply, its timeout, its failure, or the end of the client. Safe for use by many
 * threads.
 */
public final class PendingCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PendingCalls.class);

  private static final int SIZE = 1 << 12;

  /** The interval at which a sleeper looks whether it has missed a call. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final Ring<PendingCall> calls = new Ring<>(SIZE, call -> call.number);
  private volatile boolean closed;

  /** Sleeps until there is a call; null if no thread does. */
  private volatile @Nullable Thread sleeper;

  /**
   * Registers a call.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  public void register(PendingCall call) {
    calls.add(call);
    // Guard against race with close: the thread that sees the other's write removes the call
    if (closed && calls.remove(call)) {
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
    while (calls.isEmpty() && !over.getAsBoolean()) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
    sleeper = null;
  }

  /** Returns the call with a number; null if there is none. */
  public @Nullable PendingCall get(long number) {
    return calls.get(number);
  }

  /** Removes the call with a number; null if another thread has already removed it. */
  public @Nullable PendingCall remove(long number) {
    return calls.remove(number);
  }

  /** Fails a call unless it has completed. */
  void fail(PendingCall call, RpcException failure) {
    if (calls.remove(call)) {
      call.failed(failure);
    }
  }

  /** Removes all calls of a kind, and ends each with this action. */
  void removeAll(Predicate<PendingCall> kind, Consumer<PendingCall> end) {
    for (PendingCall call : calls.all()) {
      if (kind.test(call)) {
        remove(call, end);
      }
    }
  }

  /** Returns the calls that end if the node for which they wait is gone. */
  public List<WatchedCall> watched(CallCanceller canceller) {
    List<WatchedCall> watched = new ArrayList<>();
    for (PendingCall call : calls.all()) {
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
  public void remove(PendingCall call, Consumer<PendingCall> end) {
    if (!calls.remove(call)) {
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

  /** Counts the calls. Those that are added or removed meanwhile may count or not. */
  public int size() {
    return calls.all().size();
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

  public boolean contains(PendingCall call) {
    return calls.get(call.number) == call;
  }

  /** Refuses calls from now on, and fails the waiting ones. */
  @Override
  public void close() {
    closed = true;
    removeAll(call -> true, call -> call.failed(closed(call)));
  }

  private static RpcException closed(PendingCall call) {
    String message = call.method + ": the node was closed";
    return new RpcException(StatusCode.CANCELLED, Executed.UNKNOWN, message);
  }
}
