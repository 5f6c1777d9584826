package io.callbox.internal.client;

import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.ItemsReader;
import io.callbox.internal.wire.ResponseReader;
import io.callbox.internal.wire.Slice;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.CallContext;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.QueueName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that gives a stream: its items are read, and its subscriber told, on a thread of {@link
 * ClientStreams}, one at a time; what the subscriber does not ask for stays as it came.
 *
 * <p>Belongs to the node that sent the first message, since that has acknowledged the request: what
 * comes from another is not taken. A gap, or an item that cannot be read, fails the stream.
 */
final class StreamCall<T> extends PendingCall implements Flow.Subscription {

  /** How many items may be on their way, and wait here. */
  static final int WINDOW = 32;

  /** More is granted when so many items have been taken, or so many bytes. */
  private static final int GRANT_ITEMS = WINDOW / 2;

  private static final int GRANT_BYTES = 256 << 10;

  /**
   * More bytes do not wait here, whatever a server sends: a message more than may be on its way.
   */
  private static final long MOST_BYTES = 64L << 20;

  private final MethodDescriptor<T> typed;
  private final ClientStreams streams;
  private final Supplier<CallContext.Scope> around;
  private final boolean bounded;
  private volatile long heardNanos;
  private volatile long saidNanos;
  private volatile @Nullable String server;

  /** The monitor guards what follows: those who send, ask, end and deliver race. */
  private final Queue<ItemsMessage> messages = new ArrayDeque<>();

  private Flow.@Nullable Subscriber<? super T> subscriber;
  private long waitingBytes;
  private long demand;
  private boolean begun;
  private boolean delivering;
  private boolean over;
  private @Nullable Slice response;
  private @Nullable Throwable failure;

  /** What follows belongs to the thread that delivers; others read how many items were taken. */
  private @Nullable ItemsReader reading;

  private int readingBytes;
  private volatile long taken;
  private long ungranted;
  private long ungrantedBytes;

  /**
   * A call that has not been sent.
   *
   * @param bounded whether its timeout is for the whole stream; else it is for its first message
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
    this.typed = method;
    this.bounded = bounded;
    this.subscriber = subscriber;
    this.around = around;
    this.streams = streams;
    this.heardNanos = sent.startNanos();
    this.saidNanos = sent.startNanos();
  }

  /** Tells the subscriber that it may ask. Returns whether it still wants the items. */
  boolean begin() {
    Flow.Subscriber<? super T> told = subscriber();
    if (told != null) {
      told.onSubscribe(this);
    }
    synchronized (this) {
      begun = true;
    }
    deliverSoon();
    return !isCancelled();
  }

  private synchronized Flow.@Nullable Subscriber<? super T> subscriber() {
    return subscriber;
  }

  /** Whether its subscriber wants no more of it, or has been told its end. */
  synchronized boolean isCancelled() {
    return over;
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      failedWith(new IllegalArgumentException("at least 1 item is asked for, got " + n));
      streams.abandon(this);
      return;
    }
    synchronized (this) {
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    }
    deliverSoon();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (over) {
        return;
      }
      letGo();
    }
    streams.abandon(this);
  }

  /** Called under the monitor. Nobody is told anything from now on. */
  private void letGo() {
    over = true;
    messages.clear();
    waitingBytes = 0;
    if (!delivering) {
      subscriber = null;
    }
  }

  /**
   * Items are here. Called on the reply loop's thread: must not take long.
   *
   * @return false if they are not taken, as they come from a node that does not serve this call
   */
  boolean items(ItemsMessage message) {
    boolean tooMuch;
    synchronized (this) {
      if (!isFromServer(message)) {
        return false;
      }
      heardNanos = streams.nanoTime();
      tooMuch = waitingBytes > MOST_BYTES || messages.size() > 2 * WINDOW;
      if (!over && !tooMuch && !(message.isEmpty() && !messages.isEmpty())) {
        messages.add(message);
        waitingBytes += message.items().length();
      }
    }
    if (tooMuch) {
      String problem = method + ": its server sends more than it was asked for";
      breakOff(new RpcException(StatusCode.RESOURCE_EXHAUSTED, Executed.YES, problem));
    }
    deliverSoon();
    return true;
  }

  private boolean isFromServer(ItemsMessage message) {
    String known = server;
    if (known != null) {
      return known.equals(message.node());
    }
    boolean first = message.seq() == 0 && streams.mayServe(message.node(), route);
    server = first ? message.node() : null;
    return first;
  }

  @Override
  void answered(Slice newResponse) {
    synchronized (this) {
      response = newResponse;
    }
    deliverSoon();
  }

  @Override
  void failed(RpcException newFailure) {
    failedWith(newFailure);
  }

  private void failedWith(Throwable newFailure) {
    synchronized (this) {
      if (failure == null) {
        failure = newFailure;
      }
    }
    deliverSoon();
  }

  private void breakOff(RpcException reason) {
    failedWith(reason); // before the call is given up, which would be another reason
    streams.abandon(this);
  }

  /** Whether its first message has come, so that it belongs to a server. */
  boolean isOpen() {
    return server != null;
  }

  /** Which node serves it; null if it is not known. */
  @Nullable String server() {
    return server;
  }

  /** Until when nothing was sent to the server. */
  long saidNanos() {
    return saidNanos;
  }

  @Override
  boolean isOver(long nowNanos) {
    if (isOpen()) {
      return (bounded && super.isOver(nowNanos))
          || nowNanos - heardNanos >= ClientStreams.SILENCE.toNanos();
    }
    return super.isOver(nowNanos);
  }

  @Override
  void timedOut(CallCanceller canceller) {
    if (!isOpen()) {
      super.timedOut(canceller);
      return;
    }
    canceller.signal(this);
    String problem =
        bounded && super.isOver(streams.nanoTime())
            ? "the stream has not ended in time"
            : "nothing was heard of " + server + " for " + ClientStreams.SILENCE.toSeconds() + " s";
    failed(new RpcException(StatusCode.DEADLINE_EXCEEDED, Executed.YES, method + ": " + problem));
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
  void grant() {
    String known = server;
    if (known != null) {
      saidNanos = streams.nanoTime();
      streams.grant(this, known, taken + WINDOW);
    }
  }

  private void deliverSoon() {
    synchronized (this) {
      if (delivering || !begun) {
        return;
      }
      delivering = true;
    }
    streams.execute(this::deliver);
  }

  private void deliver() {
    CallContext.Scope scope = around.get();
    try {
      while (deliverOne()) {
        // until there is nothing to tell, or nobody asks
      }
    } finally {
      scope.close();
    }
  }

  /** Returns whether to go on; if not, whoever has something to tell starts anew. */
  private boolean deliverOne() {
    ItemsMessage next = null;
    Flow.Subscriber<? super T> told;
    Throwable failed;
    Slice last;
    synchronized (this) {
      told = subscriber;
      failed = failure;
      last = response;
      boolean ends = failed != null || (last != null && reading == null && messages.isEmpty());
      if (over || told == null) {
        subscriber = null;
        delivering = false;
        return false;
      } else if (ends) {
        letGo();
      } else if (reading == null && !messages.isEmpty()) {
        next = messages.remove();
        waitingBytes -= next.items().length();
      } else if (reading != null && demand > 0) {
        demand = demand == Long.MAX_VALUE ? demand : demand - 1;
      } else {
        delivering = false;
        return false;
      }
      if (!ends) {
        failed = null;
        last = null;
      }
    }
    if (failed != null) {
      told.onError(failed);
    } else if (last != null) {
      end(last, told);
    } else if (next != null) {
      open(next);
    } else {
      tell(told);
    }
    return true;
  }

  private void open(ItemsMessage message) {
    if (message.seq() > taken) {
      breakOff(gap(message.seq()));
      return;
    }
    try {
      ItemsReader reader = new ItemsReader(message);
      for (long seq = message.seq(); seq < taken && reader.hasNext(); seq++) {
        reader.skip(); // it came before: its server did not know that it had arrived
      }
      readingBytes = message.items().length();
      reading = reader.hasNext() ? reader : null;
    } catch (IOException | RuntimeException unreadable) {
      breakOff(unreadable(unreadable));
    }
  }

  private void tell(Flow.Subscriber<? super T> told) {
    ItemsReader reader = reading;
    T item;
    if (reader == null) {
      return;
    }
    try {
      item = reader.read(typed.resultReader());
      reading = reader.hasNext() ? reader : null;
    } catch (IOException | RuntimeException misfit) { // a record's constructor may refuse, too
      reading = null;
      breakOff(unreadable(misfit));
      return;
    }
    long before = taken;
    taken = before + 1;
    try {
      told.onNext(item);
    } catch (RuntimeException | Error broken) {
      streams.subscriberFailed(method, broken);
      cancel();
      return;
    }
    count();
  }

  /** Grants more at the end of a message, and within a long one. */
  private void count() {
    ungranted++;
    if (reading == null) {
      ungrantedBytes += readingBytes;
    }
    boolean many = ungranted >= GRANT_ITEMS && (reading == null || ungranted >= WINDOW);
    if (many || ungrantedBytes >= GRANT_BYTES) {
      ungranted = 0;
      ungrantedBytes = 0;
      grant();
    }
  }

  private void end(Slice last, Flow.Subscriber<? super T> told) {
    StreamEnd end = ResponseReader.end(last, typed, listener);
    Throwable reason = end.failure();
    if (reason == null && end.items() >= 0 && end.items() != taken) {
      reason = gap(end.items());
    }
    if (reason == null) {
      told.onComplete();
    } else {
      told.onError(reason);
    }
  }

  private RpcException gap(long next) {
    String problem = method + ": items were lost: " + taken + " came, and the next is " + next;
    return new RpcException(StatusCode.UNAVAILABLE, Executed.YES, problem);
  }

  private RpcException unreadable(Exception cause) {
    String problem = method + ": item " + taken + " cannot be read: " + cause.getMessage();
    return new RpcException(StatusCode.INTERNAL, Executed.YES, problem, cause);
  }
}
