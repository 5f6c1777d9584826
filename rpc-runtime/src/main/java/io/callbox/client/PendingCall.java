package io.callbox.client;

import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;

/**
 * A call that waits for its reply. Whoever removes it from {@link PendingCalls} completes it: that
 * is what makes it complete exactly once.
 */
abstract class PendingCall {

  final String id;
  final MethodDescriptor<?> method;
  final QueueName queue;
  final long timeoutNanos;
  final long startNanos;

  /** Set once the queue holds the request: before, a timeout means that Redis is out of reach. */
  volatile boolean pushed;

  PendingCall(String id, MethodDescriptor<?> method, QueueName queue, Times times) {
    this.id = id;
    this.method = method;
    this.queue = queue;
    this.startNanos = times.startNanos;
    this.timeoutNanos = times.timeoutNanos;
  }

  /** The reply is here. Called on the reply loop's thread: must not take long. */
  abstract void answered(byte[] response);

  /** There will be no reply. */
  abstract void failed(RpcException failure);

  final boolean isOver(long nowNanos) {
    return nowNanos - startNanos >= timeoutNanos;
  }

  /**
   * When a call started and how long it may take, in this machine's ticks.
   *
   * @param startNanos when it started
   * @param timeoutNanos how long it may take
   */
  record Times(long startNanos, long timeoutNanos) {}
}
