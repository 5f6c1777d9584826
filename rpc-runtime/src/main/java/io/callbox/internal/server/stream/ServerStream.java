package io.callbox.internal.server.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.server.reply.Failures;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.ItemsFrame;
import io.callbox.internal.wire.SignsOfLife;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.StatusCode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of one call from its producer to its caller.
 *
 * <p><b>Order.</b> One message is under way at a time; items that come in the meantime leave with
 * the next message. The first, which may be empty, acknowledges the request, so that it runs once.
 *
 * <p><b>Bounds.</b> The stream requests no more items from the producer than the caller accepts and
 * {@link ItemWindow} has room for. A caller that is silent for {@link SignsOfLife#SILENCE} has
 * gone, unless the server had no room to receive its messages.
 *
 * <p><b>End.</b> The stream ends exactly once: by the producer, by the caller, by time, or by the
 * node. The end cancels the producer unless it has ended by itself. Safe for use by many threads.
 */
public final class ServerStream<T> implements Flow.Subscriber<T> {

  private final String id;
  private final StreamedCall response;
  private final ItemEncoder<T> encoder;
  private final ItemsFrame frame;
  private final OpenStreams open;
  private final SignsOfLife signs;
  private final Producer producer = new Producer(this::ask, this::onError);

  /** The monitor guards the following fields: producer, caller, sender and time race. */
  @GuardedBy("this")
  private final ItemWindow window;

  @GuardedBy("this")
  private boolean subscribed;

  @GuardedBy("this")
  private boolean opened;

  @GuardedBy("this")
  private boolean underWay;

  @GuardedBy("this")
  private boolean over;

  @GuardedBy("this")
  private @Nullable StreamEnding ending;

  /** Creates the stream of a call, not begun yet. */
  public ServerStream(String id, StreamedCall response, OpenStreams open, ValueWriter<T> writer) {
    this.id = id;
    this.response = response;
    this.frame = new ItemsFrame(id, response.node());
    this.encoder = new ItemEncoder<>(writer, response, frame.overhead());
    this.open = open;
    this.window = new ItemWindow(response.request().credit());
    this.signs = new SignsOfLife(open.hearing().nanos(), open.nanoTime());
  }

  /** The id of the call. */
  String id() {
    return id;
  }

  /** The node that calls, if it says so. */
  @Nullable String caller() {
    return response.request().from();
  }

  /** Begins. */
  public void start(Flow.Publisher<? extends T> items) {
    try {
      items.subscribe(this);
    } catch (RuntimeException | Error broken) {
      onError(broken);
    }
    synchronized (this) {
      subscribed = true;
    }
    send();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    producer.began(Objects.requireNonNull(subscription, "a subscription"));
  }

  @Override
  public void onNext(T item) {
    byte[] json = encoder.encode(Objects.requireNonNull(item, "an item"), this::breakOff);
    if (json != null && take(json)) {
      send();
      producer.ask();
    }
  }

  private boolean take(byte[] json) {
    synchronized (this) {
      if (over || ending != null) {
        return false;
      }
      if (window.give(json)) {
        return true;
      }
    }
    breakOff(broken(StatusCode.INTERNAL, "its publisher gives more items than it was asked for"));
    return false;
  }

  @Override
  public void onError(Throwable failure) {
    end(StreamEnding.of(Objects.requireNonNull(failure, "a failure")), false);
  }

  @Override
  public void onComplete() {
    end(StreamEnding.COMPLETE, false);
  }

  /** Handles a grant: the caller accepts this number of items in all. */
  void credit(long upTo) {
    signs.heard(open.hearing().nanos());
    synchronized (this) {
      window.grant(upTo);
    }
    send();
    producer.ask();
  }

  /** Cancels the producer; sends its items first, and then this error. */
  void breakOff(ErrorBody error) {
    end(StreamEnding.of(error), true);
  }

  /** Ends a stream whose caller seems to be gone; {@code tells} sends the error all the same. */
  void abandon(ErrorBody error, boolean tells) {
    boolean untold;
    long sent;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      untold = tells || !opened;
      sent = window.sent();
      window.clear();
    }
    producer.cancel();
    open.remove(this);
    if (untold) {
      response.endStream(sent, error);
    } else {
      response.endSilently(error);
    }
  }

  /** Sends a sign of life, or ends the stream, if it is time. */
  void look(long nowNanos, long nowMillis) {
    long deadline = response.request().deadline();
    byte[] sign;
    synchronized (this) {
      boolean due = signs.isDue(nowNanos) && opened && !underWay && !over;
      sign = due ? message(List.of(), nowNanos) : null;
    }
    if (sign != null) {
      response.send(sign, this::sent);
    }
    if (deadline != 0 && nowMillis > deadline) {
      abandon(broken(StatusCode.DEADLINE_EXCEEDED, "the stream has not ended in time"), false);
    } else if (signs.isSilent(open.hearing().nanos())) {
      abandon(broken(StatusCode.CANCELLED, SignsOfLife.silenceOf("the caller")), true);
    }
  }

  private ErrorBody broken(StatusCode code, String problem) {
    return Failures.broken(code, response.method() + ": " + problem);
  }

  private void end(StreamEnding how, boolean cancel) {
    synchronized (this) {
      if (over || ending != null) {
        return;
      }
      ending = how;
    }
    if (cancel) {
      producer.cancel();
    }
    send();
  }

  /** Sends the items that may be sent, or the end. */
  private void send() {
    byte[] message = null;
    StreamEnding last = null;
    long sent;
    synchronized (this) {
      if (over || underWay || !subscribed) {
        return;
      }
      List<byte[]> items = window.send();
      if (!items.isEmpty() || (!opened && ending == null)) {
        message = message(items, open.nanoTime());
      } else if (ending != null && !window.hasUnsent()) {
        over = true;
        last = ending;
      }
      sent = window.sent();
    }
    if (message != null) {
      response.send(message, this::sent);
    } else if (last != null) {
      open.remove(this);
      last.tell(response, sent);
    }
  }

  @GuardedBy("this")
  private byte[] message(List<byte[]> items, long nowNanos) {
    opened = true;
    underWay = true;
    signs.said(nowNanos);
    return frame.write(window.sent() - items.size(), items);
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    send();
  }

  /** Returns how many more items to request from the producer, and counts them as requested. */
  private synchronized long ask() {
    if (over || ending != null) {
      return 0;
    }
    long wanted = window.wanted();
    window.asked(wanted);
    return wanted;
  }
}
