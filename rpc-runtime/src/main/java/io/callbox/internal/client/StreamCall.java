package io.callbox.internal.client;

import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.ResponseReader;
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
 * A call that gives a stream: which node gives it, and when that has been silent, or the stream
 * unread, for too long. {@link ItemDelivery} tells its subscriber.
 *
 * <p>Belongs to the node that sent the first message, since that has acknowledged the request: what
 * comes from another is not taken. A gap, or an item that cannot be read, fails the stream.
 */
final class StreamCall<T> extends PendingCall implements ItemDelivery.Source {

  /** How many items may be on their way, and wait here. */
  static final int WINDOW = 32;

  private final ItemSequence<T> items;
  private final ItemDelivery<T> delivery;
  private final ClientStreams streams;
  private final Supplier<CallContext.Scope> around;
  private final boolean bounded;
  private volatile long heardNanos;
  private volatile long saidNanos;

  /** Written before {@link #server}, by the thread that takes replies. */
  private long openedNanos;

  private volatile @Nullable String server;

  /**
   * A call that has not been sent.
   *
   * @param bounded whether its timeout is for the whole stream; else it is for its first message,
   *     and for its subscriber to begin to read
   * @param around binds to a thread what the subscriber is to find there
   */
  StreamCall(
      MethodDescriptor<T> method,
      Route route,
      Sent sent,
      boolean bounded,
      Flow.Subscriber<? super T> subscriber,
      Supplier<CallContext.Scope> around,
      ClientStreams streams) {
    super(method, route, sent, streams.sender());
    this.items = new ItemSequence<>(method);
    this.delivery = new ItemDelivery<>(subscriber, items, this);
    this.bounded = bounded;
    this.around = around;
    this.streams = streams;
    this.heardNanos = sent.startNanos();
    this.saidNanos = sent.startNanos();
  }

  /** Tells the subscriber that it may ask. Returns whether it still wants the items. */
  boolean begin() {
    return delivery.begin();
  }

  /** Whether its subscriber wants no more of it, or has been told its end. */
  boolean isCancelled() {
    return delivery.isOver();
  }

  /**
   * Items are here. Called on the reply loop's thread: must not take long.
   *
   * @return false if they are not taken, as they come from a node that does not serve this call
   */
  boolean items(ItemsMessage message) {
    if (!isFromServer(message)) {
      return false;
    }
    heardNanos = streams.nanoTime();
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
      openedNanos = streams.nanoTime();
      server = message.node();
    }
    return first;
  }

  @Override
  void answered(Slice response) {
    delivery.end(response);
  }

  @Override
  void failed(RpcException failure) {
    delivery.fail(failure);
  }

  /** Whether its first message has come, so that it belongs to a server. */
  boolean isOpen() {
    return server != null;
  }

  /** Until when nothing was sent to the server. */
  long saidNanos() {
    return saidNanos;
  }

  @Override
  boolean isOver(long nowNanos) {
    if (isOpen()) {
      return (bounded && super.isOver(nowNanos)) || isUnread(nowNanos) || isSilent(nowNanos);
    }
    return super.isOver(nowNanos);
  }

  private boolean isSilent(long nowNanos) {
    return nowNanos - heardNanos >= ClientStreams.SILENCE.toNanos();
  }

  private boolean isUnread(long nowNanos) {
    return !delivery.isRead() && nowNanos - openedNanos >= timeoutNanos;
  }

  @Override
  void timedOut(CallCanceller canceller) {
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
    return "nothing was heard of " + server + " for " + ClientStreams.SILENCE.toSeconds() + " s";
  }

  @Override
  void lost(CallCanceller canceller) {
    if (!isOpen()) {
      super.lost(canceller);
      return;
    }
    String problem = method + ": " + server + ", which gave the stream, is gone";
    failed(new RpcException(StatusCode.WORKER_LOST, Executed.YES, problem));
  }

  @Override
  @Nullable QueueName watchedInbox() {
    String known = server;
    return known == null ? super.watchedInbox() : streams.inbox(known);
  }

  /** Tells the server again how many items are taken in all. */
  @Override
  public void grant() {
    String known = server;
    if (known != null) {
      saidNanos = streams.nanoTime();
      streams.grant(this, known, items.taken() + WINDOW);
    }
  }

  @Override
  public void execute(Runnable delivering) {
    streams.execute(
        () -> {
          CallContext.Scope scope = around.get();
          try {
            delivering.run();
          } finally {
            scope.close();
          }
        });
  }

  @Override
  public StreamEnd end(Slice response) {
    return ResponseReader.end(response, method, listener);
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
