package io.callbox.testkit.network;

import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.lang.StackWalker.Option;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that moves the clock of a network in lockstep, and so lets events happen. If this
 * thread waited for a call, the call would never be answered, so such a call is refused. Other
 * threads may wait.
 */
final class ClockDriver {

  private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private volatile Thread thread = Thread.currentThread();

  /** Makes the calling thread the driver. */
  void isHere() {
    thread = Thread.currentThread();
  }

  /** Wakes the driver, because nodes may have no more work; it sleeps until then. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /**
   * Lets a call begin, on the thread that makes it.
   *
   * @throws RpcException {@code INTERNAL} if this thread moves the clock, and is about to wait
   */
  void refuseToWait(InterceptedCall call) {
    if (Thread.currentThread() == thread && waits()) {
      throw new RpcException(
          StatusCode.INTERNAL,
          call.method()
              + " would wait for ever: on a network in lockstep nothing happens while the thread"
              + " that moves its clock waits. Call the asynchronous stub, and have its future"
              + " awaited by SimulatedNetwork.await");
    }
  }

  private static boolean waits() {
    return CALLERS.walk(
        frames ->
            frames.anyMatch(
                frame ->
                    frame.getMethodName().equals("call")
                        && RpcChannel.class.isAssignableFrom(frame.getDeclaringClass())));
  }
}
