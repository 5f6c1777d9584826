package io.callbox.internal.client.stream;

import io.callbox.internal.client.call.CallCanceller;
import io.callbox.internal.client.call.PendingCall;
import io.callbox.internal.client.push.Route;
import io.callbox.internal.client.request.CallRequest;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.SignsOfLife;
import io.callbox.internal.wire.Slice;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that returns a stream. It knows which node serves it. It notices when this node has been
 * silent, or the stream unread, for too long. {@link ItemDelivery} delivers to its subscriber.
 *
 * <p>It accepts messages only from the node that sent the first message, because this node has
 * acknowledged the request. A missing or unreadable item fails the stream.
 */
final class StreamCall<T> extends PendingCall implements ItemDelivery.Source {

  /** The maximum number of items that are under way or wait here. */
  static final int WINDOW = 32;

  private final ItemSequence<T> items;
  private final ItemDelivery<T> delivery;
  private final ClientStreams streams;
  private final Supplier<CallContext.Scope> around;
  private final boolean bounded;
  private final SignsOfLife signs;

  /**
   * The time since which its subscriber could read. Written before {@link #server}, by the thread
   * that takes replies; then belongs to the thread that watches over timeouts.
   */
  private long readableNanos;

  private volatile @Nullable String server;

  /**
   * Creates a call that has not been sent.
   *
   * @param bounded whether its timeout applies to the whole stream; otherwise it applies to the
   *     first message, and to the time until its subscriber begins to read
   * @param around binds the context of the subscriber to a thread
   */
  StreamCall(
      MethodDescriptor<T> method,
      Route route,
      CallRequest request,
      boolean bounded,
      Flow.Subscriber<? super T> subscriber,
      Supplier<CallContext.Scope> around,
      ClientStreams streams) {
    super(method, route, request, streams.sender());
    this.items = new ItemSequence<>(method);
    this.delivery = new ItemDelivery<>(subscriber, items, this);
    this.bounded = bounded;
    this.around = around;
    this.streams = streams;
    this.signs = new SignsOfLife(request.startNanos(), request.startNanos());
  }

  /** Subscribes the subscriber. Returns whether it still wants items. */
  boolean begin() {
    return delivery.begin();
  }

  /** Returns whether its subscriber wants no more items, or has received the end. */
  boolean isCancelled() {
    return delivery.isOver();
  }

  /**
   * Handles items. Called on the thread of the reply loop: must be short.
   *
   * @return false if they are refused, because they come from a node that does not serve this call
   */
  boolean items(ItemsMessage message) {
    if (!isFromServer(message)) {
      return false;
    }
    signs.heard(streams.nanoTime());
    if (!delivery.add(message)) {
      String problem = method + ": its server sends more than it was asked for";
      delivery.fail(new RpcException(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, problem));
      abandon();
    }
    return true;
  }

  private boolean isFromServer(ItemsMessage message) {
    String known = server;
    if (known != null) {
      return known.equals(message.node());
    }
    boolean first = message.seq() == 0 && streams.mayServe(message.node(), route);
    if (first) {
      readableNanos = streams.nanoTime();
      server = message.node();
    }
    return first;
  }

  @Override
  public void answered(Slice response) {
    delivery.end(response);
  }

  @Override
  protected void failed(RpcException failure) {
    delivery.fail(failure);
  }

  /** Returns whether its first message has come, so that its server is known. */
  boolean isOpen() {
    return server != null;
  }

  /** Returns whether the server needs a sign of life. */
  boolean isSignDue(long nowNanos) {
    return signs.isDue(nowNanos);
  }

  @Override
  protected boolean isOver(long nowNanos) {
    if (isOpen()) {
      return (bounded && super.isOver(nowNanos)) || isUnread(nowNanos) || signs.isSilent(nowNanos);
    }
    return super.isOver(nowNanos);
  }

  private boolean isUnread(long nowNanos) {
    if (delivery.isPeeking()) {
      readableNanos = nowNanos;
    }
    return !delivery.isRead() && nowNanos - readableNanos >= timeoutNanos;
  }

  @Override
  protected void timedOut(CallCanceller canceller) {
    if (!isOpen()) {
      super.timedOut(canceller);
      return;
    }
    String problem = method + ": " + overdue(streams.nanoTime());
    failed(new RpcException(StatusCode.DEADLINE_EXCEEDED, Executed.YES, problem));
    canceller.signal(this);
  }

  private String overdue(long nowNanos) {
    if (bounded && super.isOver(nowNanos)) {
      return "the stream has not ended in time";
    } else if (isUnread(nowNanos)) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(timeoutNanos);
      return "nobody has begun to read the stream within " + seconds + " s: read it, or close it";
    }
    return SignsOfLife.silenceOf(String.valueOf(server));
  }

  @Override
  protected void lost(CallCanceller canceller) {
    if (!isOpen()) {
      super.lost(canceller);
      return;
    }
    String problem = method + ": " + server + ", which gave the stream, is gone";
    failed(new RpcException(StatusCode.WORKER_LOST, Executed.YES, problem));
  }

  @Override
  protected @Nullable QueueName watchedInbox() {
    String known = server;
    return known == null ? super.watchedInbox() : streams.inbox(known);
  }

  /** Tells the server again how many items it may send in all. */
  @Override
  public void grant() {
    String known = server;
    if (known != null) {
      signs.said(streams.nanoTime());
      streams.grant(this, known, items.taken() + WINDOW);
    }
  }

  @Override
  public void execute(Runnable delivering, boolean toWaiting) {
    Runnable delivery =
        () -> {
          CallContext.Scope scope = around.get();
          try {
            delivering.run();
          } finally {
            scope.close();
          }
        };
    streams.execute(delivery, toWaiting);
  }

  @Override
  public StreamEnd end(Slice response) {
    return streamEnd(response);
  }

  @Override
  public void abandon() {
    streams.abandon(this);
  }

  @Override
  public void subscriberFailed(Throwable broken) {
    streams.subscriberFailed(method, broken);
  }
}
