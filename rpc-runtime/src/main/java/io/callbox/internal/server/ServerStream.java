package io.callbox.internal.server;

import io.callbox.internal.wire.EnvelopeWriter;
import io.callbox.internal.wire.ErrorBody;
import io.callbox.internal.wire.ItemsFrame;
import io.callbox.json.ValueWriter;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The items of one call on their way from its producer to its caller.
 *
 * <p><b>Order.</b> One message is under way at a time; items that come meanwhile leave with the
 * next. The first message, which may be empty, acknowledges the request: from then on nobody runs
 * it again.
 *
 * <p><b>Bounds.</b> The producer is asked for no more items than the caller takes and {@link
 * ItemWindow} has room for. A caller that says nothing for {@link #SILENCE} has gone, unless the
 * server had no room to hear it.
 *
 * <p><b>End.</b> Exactly once: by the producer, by the caller, by time, or by the node. Whoever
 * ends it cancels the producer unless that has ended by itself. Safe for use by many threads.
 */
final class ServerStream<T> implements Flow.Subscriber<T> {

  /** How long either side may say nothing. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  /** How long after its last message a side gives a sign of life. */
  static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final String id;
  private final ServerCall call;
  private final ValueWriter<T> writer;
  private final ItemsFrame frame;
  private final OpenStreams open;

  /** The monitor guards what follows: producer, caller, sender and time race. */
  private final ItemWindow window;

  private Flow.@Nullable Subscription producer;
  private boolean subscribed;
  private boolean opened;
  private boolean underWay;
  private boolean telling;
  private boolean toCancel;
  private boolean over;
  private @Nullable Ending ending;
  private long heardNanos;
  private long saidNanos;

  ServerStream(
      String id, ServerCall call, ValueWriter<T> writer, ItemsFrame frame, OpenStreams open) {
    this.id = id;
    this.call = call;
    this.writer = writer;
    this.frame = frame;
    this.open = open;
    this.window = new ItemWindow(call.request().credit());
    this.heardNanos = open.hearing().nanos();
    this.saidNanos = open.nanoTime();
  }

  /**
   * With what a stream ends.
   *
   * @param error an error of the library's own; null for none
   * @param failure what the producer failed with; null for nothing
   */
  private record Ending(@Nullable ErrorBody error, @Nullable Throwable failure) {

    static final Ending COMPLETE = new Ending(null, null);
  }

  /** The id of the call. */
  String id() {
    return id;
  }

  /** The node that calls, if it says so. */
  @Nullable String caller() {
    return call.request().from();
  }

  /** Begins. */
  void start(Flow.Publisher<? extends T> items) {
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
    Objects.requireNonNull(subscription, "a subscription");
    boolean second;
    synchronized (this) {
      second = producer != null;
      if (!second) {
        producer = subscription;
      }
    }
    if (second) {
      subscription.cancel();
    } else {
      tellProducer();
    }
  }

  @Override
  public void onNext(T item) {
    Objects.requireNonNull(item, "an item");
    byte[] json;
    try {
      json = EnvelopeWriter.value(item, writer);
    } catch (IOException | RuntimeException | Error unencodable) {
      breakOff(Failures.unencodable(call.method(), unencodable));
      return;
    }
    int bytes = json.length + frame.overhead();
    if (bytes > call.maxMessageBytes()) {
      breakOff(Failures.tooLarge(call.method(), bytes, call.maxMessageBytes()));
    } else if (take(json)) {
      send();
      tellProducer();
    }
  }

  private boolean take(byte[] json) {
    boolean unasked;
    synchronized (this) {
      if (over || ending != null) {
        return false;
      }
      unasked = !window.give(json);
    }
    if (unasked) {
      String problem = call.method() + ": its publisher gives more items than it was asked for";
      breakOff(Failures.broken(StatusCode.INTERNAL, problem));
    }
    return !unasked;
  }

  @Override
  public void onError(Throwable failure) {
    end(new Ending(null, Objects.requireNonNull(failure, "a failure")), false);
  }

  @Override
  public void onComplete() {
    end(Ending.COMPLETE, false);
  }

  /** The caller takes so many items in all. */
  void credit(long upTo) {
    synchronized (this) {
      heardNanos = open.hearing().nanos();
      window.grant(upTo);
    }
    send();
    tellProducer();
  }

  /** Lets go of the producer; what it has given goes first, then this. */
  void breakOff(ErrorBody error) {
    end(new Ending(error, null), true);
  }

  /** Nobody waits for the items any more. */
  void abandon(ErrorBody error) {
    boolean untold;
    long sent;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      toCancel = true;
      untold = !opened;
      sent = window.sent();
      window.clear();
    }
    tellProducer();
    open.remove(this);
    call.end(sent, error, untold);
  }

  /** Gives a sign of life, or ends it, if it is time. */
  void look(long nowNanos, long nowMillis) {
    long deadline = call.request().deadline();
    boolean silent;
    byte[] sign;
    synchronized (this) {
      silent = open.hearing().nanos() - heardNanos >= SILENCE.toNanos();
      boolean due = nowNanos - saidNanos >= SIGN_OF_LIFE.toNanos();
      sign = due && opened && !underWay && !over ? message(List.of(), nowNanos) : null;
    }
    if (sign != null) {
      call.send(sign, this::sent);
    }
    if (deadline != 0 && nowMillis > deadline) {
      String late = call.method() + ": the stream has not ended in time";
      abandon(Failures.broken(StatusCode.DEADLINE_EXCEEDED, late));
    } else if (silent) {
      String gone =
          call.method() + ": nothing was heard of the caller for " + SILENCE.toSeconds() + " s";
      abandon(Failures.broken(StatusCode.CANCELLED, gone));
    }
  }

  private void end(Ending how, boolean cancel) {
    synchronized (this) {
      if (over || ending != null) {
        return;
      }
      ending = how;
      toCancel = cancel;
    }
    tellProducer();
    send();
  }

  /** Sends what may be sent, or the end if that is all. */
  private void send() {
    byte[] message = null;
    Ending last = null;
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
      call.send(message, this::sent);
    } else if (last != null) {
      open.remove(this);
      finish(sent, last);
    }
  }

  private void finish(long sent, Ending last) {
    if (last.error != null) {
      call.end(sent, last.error, true);
    } else {
      call.end(sent, last.failure);
    }
  }

  /** Called under the monitor. */
  private byte[] message(List<byte[]> items, long nowNanos) {
    opened = true;
    underWay = true;
    saidNanos = nowNanos;
    return frame.write(window.sent() - items.size(), items);
  }

  private void sent() {
    synchronized (this) {
      underWay = false;
    }
    send();
  }

  /**
   * Asks the producer for what there is room for, or lets go of it. It hears one thing at a time,
   * as it may expect: guard against race of those who have something to tell it.
   */
  private void tellProducer() {
    synchronized (this) {
      if (telling || producer == null) {
        return;
      }
      telling = true;
    }
    while (tellOnce()) {
      // until there is nothing to tell
    }
  }

  private boolean tellOnce() {
    Flow.Subscription told;
    long wanted = 0;
    synchronized (this) {
      boolean cancel = toCancel;
      if (!cancel && !over && ending == null) {
        wanted = window.wanted();
      }
      if (producer == null || (!cancel && wanted == 0)) {
        telling = false;
        return false;
      }
      told = producer;
      toCancel = false;
      window.asked(wanted);
    }
    try {
      if (wanted > 0) {
        told.request(wanted);
      } else {
        told.cancel();
      }
    } catch (RuntimeException | Error broken) {
      onError(broken);
    }
    return true;
  }
}
