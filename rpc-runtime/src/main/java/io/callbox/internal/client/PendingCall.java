package io.callbox.internal.client;

import io.callbox.internal.wire.Slice;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for its reply. Whoever removes it from {@link PendingCalls} completes it: that
 * is what makes it complete exactly once.
 */
abstract class PendingCall extends OutgoingRequest {

  /** Tells the call from all others of its client: its id ends with it. */
  final long number;

  final MethodDescriptor<?> method;
  final Route route;
  final long startNanos;
  final long timeoutNanos;
  final @Nullable Consumer<CallTimes> listener;

  /** Set once the queue holds the request: before, a timeout means that Redis is out of reach. */
  volatile boolean pushed;

  /** How often the request has been sent. One attempt hands it on to the next. */
  int attempts;

  /** Why the latest attempt failed; null while none has. */
  volatile @Nullable RpcException refusal;

  private final Sender sender;

  PendingCall(MethodDescriptor<?> method, Route route, Sent sent, Sender sender) {
    super(sent.request);
    this.number = sent.number;
    this.sender = sender;
    this.method = method;
    this.route = route;
    this.startNanos = sent.startNanos;
    this.timeoutNanos = sent.timeoutNanos;
    this.listener = sent.listener;
  }

  @Override
  final boolean isAnswered() {
    return true;
  }

  /** The reply is here. Called on the reply loop's thread: must not take long. */
  abstract void answered(Slice response);

  @Override
  public final void pushed() {
    pushed = true;
  }

  @Override
  public final void notPushed(Throwable reason) {
    sender.notPushed(this, Unsent.because(method, reason));
  }

  /** There will be no reply. */
  abstract void failed(RpcException failure);

  /** The queue that it waits in, or is to wait in. */
  QueueName queue() {
    QueueName sent = sentTo;
    return sent == null ? route.queue() : sent;
  }

  /** Whether its time is over. */
  boolean isOver(long nowNanos) {
    return nowNanos - startNanos >= timeoutNanos;
  }

  /** Its time is over, and it has been removed from the pending calls. */
  void timedOut(CallCanceller canceller) {
    canceller.exceeded(this);
  }

  /** The node it waits for is gone, and it has been removed from the pending calls. */
  void lost(CallCanceller canceller) {
    canceller.lost(this);
  }

  /** The inbox of the node without which it cannot go on; null if there is none. */
  @Nullable QueueName watchedInbox() {
    return pushed && route.toNode() && !route.waitForProvider() ? route.queue() : null;
  }

  /** Who sends calls. */
  interface Sender {

    /** The queue has not taken a request, or it is not known. */
    void notPushed(PendingCall call, RpcException failure);
  }

  /**
   * What a call sends.
   *
   * @param number what its id ends with
   * @param request its envelope
   * @param startNanos when it starts, in this machine's ticks
   * @param timeoutNanos how long it may take
   * @param listener hears where its time went on the server; null for nobody
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sent(
      long number,
      byte[] request,
      long startNanos,
      long timeoutNanos,
      @Nullable Consumer<CallTimes> listener) {}
}
