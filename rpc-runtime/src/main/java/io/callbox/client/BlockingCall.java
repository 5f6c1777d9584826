package io.callbox.client;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.ElasticThreads;
import io.callbox.wire.ResponseReader;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A call whose caller waits. The caller's own thread decodes the reply. */
final class BlockingCall<T extends @Nullable Object> extends PendingCall {

  private final MethodDescriptor<T> typed;
  private final Thread waiter = Thread.currentThread();
  private volatile byte @Nullable [] response;
  private volatile @Nullable RpcException failure;

  BlockingCall(MethodDescriptor<T> method, Route route, Sent sent) {
    super(method, route, sent);
    this.typed = method;
  }

  @Override
  void answered(byte[] newResponse) {
    response = newResponse;
    LockSupport.unpark(waiter);
  }

  @Override
  void failed(RpcException newFailure) {
    failure = newFailure;
    LockSupport.unpark(waiter);
  }

  /** Waits for the outcome; the timeout of the call bounds the wait. */
  T await(PendingCalls pending, GivingUp givingUp) throws Throwable {
    ElasticThreads.release();
    boolean interrupted = false;
    while (response == null && failure == null) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        interrupted = true;
        pending.remove(this, givingUp::cancelled);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome();
  }

  private T outcome() throws Throwable {
    RpcException failed = failure;
    byte[] answer = response;
    if (failed != null || answer == null) {
      throw failed == null ? new IllegalStateException("no outcome") : failed;
    }
    return ResponseReader.read(answer, typed, listener);
  }
}
