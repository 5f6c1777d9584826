package io.callbox.internal.client.call;

import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.concurrent.AdaptiveExecutor;
import io.callbox.internal.wire.Slice;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.BrokerClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose caller waits. The caller's own thread decodes the reply. */
final class BlockingCall<T extends @Nullable Object> extends PendingCall {

  /** The interval at which a waiting thread checks whether the deadline of its call has passed. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  /** The real time that other threads have to end a call after its deadline. */
  private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

  private final MethodDescriptor<T> typed;
  private final Thread waiter = Thread.currentThread();
  private volatile @Nullable Slice response;
  private volatile @Nullable RpcException failure;

  BlockingCall(MethodDescriptor<T> method, Route route, CallRequest request, Sender sender) {
    super(method, route, request, sender);
    this.typed = method;
  }

  @Override
  public void answered(Slice newResponse) {
    response = newResponse;
    LockSupport.unpark(waiter);
  }

  @Override
  protected void failed(RpcException newFailure) {
    failure = newFailure;
    LockSupport.unpark(waiter);
  }

  /** Waits for the outcome; the timeout of the call, and a grace, bound the wait. */
  T await(PendingCalls pending, CallCanceller canceller, BrokerClock clock) throws Exception {
    AdaptiveExecutor.release();
    boolean interrupted = false;
    long graceEnd = 0;
    while (response == null && failure == null) {
      LockSupport.parkNanos(this, LOOK_NANOS);
      if (Thread.interrupted()) {
        interrupted = true;
        pending.remove(this, canceller::cancelled);
      }
      if (graceEnd == 0 && isOver(clock.nanoTime())) {
        graceEnd = System.nanoTime() + GRACE_NANOS;
      } else if (graceEnd != 0 && System.nanoTime() - graceEnd > 0) {
        pending.remove(this, call -> {});
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome();
  }

  private T outcome() throws Exception {
    Slice answer = response;
    if (answer != null) {
      return result(answer, typed);
    }
    throw CallerFrames.in(failure == null ? forgotten() : failure);
  }

  private RpcException forgotten() {
    String message = method + ": its time is over, and nothing was heard of it";
    return new RpcException(StatusCode.DEADLINE_EXCEEDED, Executed.UNKNOWN, message);
  }
}
