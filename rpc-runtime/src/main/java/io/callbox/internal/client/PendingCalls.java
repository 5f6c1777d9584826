package io.callbox.internal.client;

import io.callbox.internal.lease.WatchedCall;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.ArrayList;
import java.util.List;
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
 * <p>Safe for use by many threads.
 */
final class PendingCalls {

  private static final Logger LOG = LoggerFactory.getLogger(PendingCalls.class);

  private final CallRing calls = new CallRing();
  private volatile boolean closed;

  /**
   * Registers a call.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  void register(PendingCall call) {
    calls.add(call);
    // Guard against race with close: whichever of the two sees the other's write removes the call
    if (closed && calls.remove(call)) {
      throw new RpcException(StatusCode.CANCELLED, call.method + ": the node is closed");
    }
  }

  /** The call of a number; null if there is none. */
  @Nullable PendingCall get(long number) {
    return calls.get(number);
  }

  /** Takes the call of a number out; null if somebody else has already done so. */
  @Nullable PendingCall remove(long number) {
    return calls.remove(number);
  }

  /** Fails a call unless it has completed. */
  void fail(PendingCall call, RpcException failure) {
    if (calls.remove(call)) {
      call.failed(failure);
    }
  }

  /** Takes all calls of a kind out, and gives each to whoever ends it. */
  void removeAll(Predicate<PendingCall> kind, Consumer<PendingCall> end) {
    for (PendingCall call : calls.all()) {
      if (kind.test(call)) {
        remove(call, end);
      }
    }
  }

  /** The calls that end when the node is gone that they wait for now. */
  List<WatchedCall> watched(CallCanceller canceller) {
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
   * Takes a call out, and gives it to whoever ends it, unless it has completed. If that fails, the
   * call has failed: it is not among these any more, and nobody else would tell its caller.
   */
  void remove(PendingCall call, Consumer<PendingCall> end) {
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

  int size() {
    return calls.size();
  }

  /**
   * For calls that wait for nothing.
   *
   * @throws RpcException {@code CANCELLED} if the client is closed
   */
  void requireOpen(MethodDescriptor<?> method) {
    if (closed) {
      throw new RpcException(StatusCode.CANCELLED, method + ": the node is closed");
    }
  }

  boolean contains(PendingCall call) {
    return calls.contains(call);
  }

  boolean isEmpty() {
    return calls.size() == 0;
  }

  /** Refuses calls from now on, and fails those that wait. */
  void close(Function<PendingCall, RpcException> reason) {
    closed = true;
    removeAll(call -> true, call -> call.failed(reason.apply(call)));
  }
}
