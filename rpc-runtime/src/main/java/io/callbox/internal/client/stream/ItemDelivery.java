package io.callbox.internal.client.stream;

import io.callbox.internal.client.stream.StreamSignals.Step;
import io.callbox.internal.items.PeekedSubscription;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.Slice;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.RpcException;
import java.util.concurrent.Flow;

/**
 * Delivers the signals of a stream to its subscriber: items on request, then the end, one signal at
 * a time, on a thread of {@link ClientStreams}. Items without a request stay undecoded.
 *
 * <p>Safe for use by many threads.
 */
final class ItemDelivery<T> implements PeekedSubscription {

  private final StreamSignals<T> signals;
  private final ItemSequence<T> items;
  private final Source source;

  /**
   * Set when the subscriber has begun to read; a subscriber that then makes no requests counts as
   * slow.
   */
  private volatile boolean read;

  /** Set while the subscriber waits for a look at the first item. */
  private volatile boolean peeking;

  /**
   * Set if the subscriber only wakes a thread that waits. Such a subscriber looks at the first
   * item.
   */
  private volatile boolean toWaiting;

  ItemDelivery(Flow.Subscriber<? super T> subscriber, ItemSequence<T> items, Source source) {
    this.signals = new StreamSignals<>(subscriber);
    this.items = items;
    this.source = source;
  }

  /** The source of the items. */
  interface Source {

    /**
     * Runs a delivery on another thread.
     *
     * @param toWaiting whether its subscriber only wakes a thread that waits, and never blocks
     */
    void execute(Runnable delivery, boolean toWaiting);

    /** Grants more items, because the previous ones are consumed. */
    void grant();

    /** Reads the end of the stream. */
    StreamEnd end(Slice response);

    /** Ends the stream, because nobody wants more items. */
    void abandon();

    /** Handles an exception of the subscriber, which must not throw. */
    void subscriberFailed(Throwable broken);
  }

  /** Subscribes the subscriber. Returns whether it still wants items. */
  boolean begin() {
    Flow.Subscriber<? super T> told = signals.subscriber();
    if (told != null) {
      told.onSubscribe(this);
    }
    deliverIf(signals.begin());
    return !isOver();
  }

  /** Returns whether the subscriber wants no more items, or has received the end. */
  boolean isOver() {
    return signals.isOver();
  }

  /** Returns whether the subscriber has requested items, beyond a look at the first. */
  boolean isRead() {
    return read;
  }

  /** Returns whether the subscriber waits for a look at the first item: it cannot read before. */
  boolean isPeeking() {
    return peeking;
  }

  @Override
  public void peek() {
    peeking = true;
    toWaiting = true;
    deliverIf(signals.demand(1));
  }

  @Override
  public void request(long n) {
    read = true;
    if (n > 0) {
      deliverIf(signals.demand(n));
    } else {
      fail(new IllegalArgumentException("at least 1 item is asked for, got " + n));
      source.abandon();
    }
  }

  @Override
  public void cancel() {
    if (signals.cancel()) {
      source.abandon();
    }
  }

  /**
   * Adds items. One thread at a time may call it.
   *
   * @return false if too many items wait
   */
  boolean add(ItemsMessage message) {
    boolean full = signals.isFull();
    if (!full) {
      deliverIf(signals.add(message));
    }
    return !full;
  }

  /** Adds the last message, which is delivered after all items. */
  void end(Slice last) {
    deliverIf(signals.end(last));
  }

  /** Fails the stream, before undelivered items. The first reason counts. */
  void fail(Throwable reason) {
    deliverIf(signals.fail(reason));
  }

  private void deliverIf(boolean starts) {
    if (starts) {
      source.execute(this::deliver, toWaiting);
    }
  }

  private void deliver() {
    Flow.Subscriber<? super T> told = signals.subscriber();
    Step step = signals.next(items.hasNext());
    while (step != null && told != null) {
      take(step, told);
      step = signals.next(items.hasNext());
    }
  }

  private void take(Step step, Flow.Subscriber<? super T> told) {
    if (step instanceof Step.Fail failed) {
      told.onError(failed.reason());
    } else if (step instanceof Step.End end) {
      end(end.response(), told);
    } else {
      read(step, told);
    }
  }

  private void end(Slice response, Flow.Subscriber<? super T> told) {
    Throwable reason;
    try {
      reason = items.failure(source.end(response));
    } catch (Error unreadable) { // for example, a declared exception whose class is broken here
      reason = unreadable;
    }
    if (reason == null) {
      told.onComplete();
    } else {
      told.onError(reason);
    }
  }

  private void read(Step step, Flow.Subscriber<? super T> told) {
    T item;
    try {
      if (step instanceof Step.Open open) {
        items.open(open.message());
        return;
      }
      item = items.read();
    } catch (RpcException | Error broken) { // an Error: such as a missing class
      fail(broken); // must come first: the next line sets another reason
      source.abandon();
      return;
    }
    tell(item, told);
  }

  private void tell(T item, Flow.Subscriber<? super T> told) {
    peeking = false;
    try {
      told.onNext(item);
    } catch (RuntimeException | Error broken) {
      source.subscriberFailed(broken);
      cancel();
      return;
    }
    if (items.isGrantDue()) {
      source.grant();
    }
  }
}
