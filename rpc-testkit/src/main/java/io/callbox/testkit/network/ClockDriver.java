package io.callbox.testkit.network;

import io.callbox.rpc.InterceptedCall;
import io.callbox.rpc.RpcChannel;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.lang.StackWalker.Option;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that lets things happen on a network in lockstep, by moving its clock. A call that
 * this thread waits for would never be answered: so it is refused. Others may wait meanwhile.
 */
final class ClockDriver {

  private static final StackWalker CALLERS = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private volatile Thread thread = Thread.currentThread();

  /** It is the calling thread. */
  void isHere() {
    thread = Thread.currentThread();
  }

  /** Nodes may have nothing more to do: it may be asleep until they have. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /**
   * Lets a call begin, on the thread that makes it.
   *
   * @throws RpcException {@code INTERNAL} if that is the one that moves the clock, and is about to
   *     wait
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
