package io.callbox.internal.client.call;

import io.callbox.internal.client.push.OutgoingRequest;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.push.SentChunk;
import io.callbox.internal.client.push.Unsent;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.internal.wire.ResponseReader;
import io.callbox.internal.wire.Slice;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.CallTimes;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.transport.QueueName;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that waits for its reply. The thread that removes it from {@link PendingCalls} completes
 * it, so it completes exactly once.
 */
public abstract class PendingCall implements OutgoingRequest {

  /** Identifies the call among those of its client; its id ends with this number. */
  final long number;

  protected final MethodDescriptor<?> method;
  protected final Route route;
  protected final long timeoutNanos;
  final long startNanos;
  final @Nullable Consumer<CallTimes> listener;

  /** The chunk of its last push; null if it was pushed alone. Set before the push. */
  private volatile @Nullable SentChunk chunk;

  /** The queue of its last push; null before. Set before the push. */
  private volatile @Nullable QueueName sentTo;

  /**
   * Set when the queue holds the request. A timeout before that means that Redis is out of reach.
   */
  volatile boolean pushed;

  /** The number of times that the request has been sent. Each attempt passes it on to the next. */
  int attempts;

  /** The failure of the latest attempt; null while none has failed. */
  volatile @Nullable RpcException refusal;

  /** Set if it is unknown whether the queue has the request of an earlier attempt. */
  private volatile boolean inDoubt;

  private final RequestEnvelope request;
  private final Sender sender;

  protected PendingCall(
      MethodDescriptor<?> method, Route route, CallRequest request, Sender sender) {
    this.request = request.envelope();
    this.number = request.number();
    this.sender = sender;
    this.method = method;
    this.route = route;
    this.startNanos = request.startNanos();
    this.timeoutNanos = request.timeoutNanos();
    this.listener = request.listener();
  }

  @Override
  public final RequestEnvelope request() {
    return request;
  }

  @Override
  public final boolean isAnswered() {
    return true;
  }

  @Override
  public final void leaves(QueueName queue, @Nullable SentChunk newChunk) {
    sentTo = queue;
    chunk = newChunk;
  }

  /** Returns the number that identifies the call among those of its client. */
  public final long number() {
    return number;
  }

  /** Returns the chunk of its last push; null if it was pushed alone. */
  public final @Nullable SentChunk chunk() {
    return chunk;
  }

  /**
   * Notes the failure of an attempt, and returns the failure of the whole call, as far as it is
   * known.
   */
  final RpcException attemptFailed(RpcException failure) {
    RpcException known = asKnown(failure);
    if (failure.executed() == Executed.UNKNOWN) {
      inDoubt = true;
    }
    refusal = known;
    return known;
  }

  /** Returns whether it is known that the last copy of its request is the only one. */
  final boolean isSentOnce() {
    return !inDoubt;
  }

  /**
   * Returns a failure that is true for the whole call. If one attempt did not run, another may have
   * run.
   */
  private RpcException asKnown(RpcException failure) {
    return inDoubt ? Unsent.doubted(failure) : failure;
  }

  /**
   * Reads the result in the response to this call.
   *
   * @throws Exception the failure in it, which is true for the whole call
   */
  final <T extends @Nullable Object> T result(Slice response, MethodDescriptor<T> typed)
      throws Exception {
    try {
      return ResponseReader.read(response, typed, listener);
    } catch (RpcException failure) {
      throw asKnown(sender.explained(this, failure));
    }
  }

  /** Reads the response that ends the stream of this call, in the same way. Throws nothing. */
  protected final StreamEnd streamEnd(Slice response) {
    StreamEnd end = ResponseReader.end(response, method, listener);
    return end.failure() instanceof RpcException failure
        ? new StreamEnd(end.items(), asKnown(failure))
        : end;
  }

  /** Handles the reply. Called on the thread of the reply loop: must be short. */
  public abstract void answered(Slice response);

  @Override
  public final void pushed() {
    pushed = true;
  }

  @Override
  public final void notPushed(Throwable reason) {
    sender.notPushed(this, Unsent.because(method, reason));
  }

  /** Ends the call with a failure. */
  protected abstract void failed(RpcException failure);

  /** Returns its queue. */
  QueueName queue() {
    QueueName sent = sentTo;
    return sent == null ? route.queue() : sent;
  }

  /** Returns whether its deadline has passed. */
  protected boolean isOver(long nowNanos) {
    return nowNanos - startNanos >= timeoutNanos;
  }

  /** Ends the call after its deadline. It has been removed from the pending calls. */
  protected void timedOut(CallCanceller canceller) {
    canceller.exceeded(this);
  }

  /** Ends the call because its node is gone. It has been removed from the pending calls. */
  protected void lost(CallCanceller canceller) {
    canceller.lost(this);
  }

  /** Returns the inbox of the node that the call needs; null if it needs none. */
  protected @Nullable QueueName watchedInbox() {
    return pushed && route.toNode() && !route.waitForProvider() ? route.queue() : null;
  }

  /** The sender of calls. */
  public interface Sender {

    /** Handles a failed push: the queue has not accepted a request, or this is unknown. */
    void notPushed(PendingCall call, RpcException failure);

    /** Adds an explanation to the failure of a result that could not be read, and to no other. */
    default RpcException explained(PendingCall call, RpcException failure) {
      return failure;
    }
  }
}
