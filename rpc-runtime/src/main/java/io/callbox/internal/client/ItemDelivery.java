package io.callbox.internal.client;

import io.callbox.internal.client.StreamSignals.Step;
import io.callbox.internal.items.PeekedSubscription;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.Slice;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.RpcException;
import java.util.concurrent.Flow;

/**
 * Tells the subscriber of a stream what comes: items as it asks for them, then the end, one signal
 * at a time, on a thread of {@link ClientStreams}. What it does not ask for stays as it came.
 *
 * <p>Safe for use by many threads.
 */
final class ItemDelivery<T> implements PeekedSubscription {

  private final StreamSignals<T> signals;
  private final ItemSequence<T> items;
  private final Source source;

  /** Whether the subscriber has begun to read, and so is only slow if it asks for nothing. */
  private volatile boolean read;

  ItemDelivery(Flow.Subscriber<? super T> subscriber, ItemSequence<T> items, Source source) {
    this.signals = new StreamSignals<>(subscriber);
    this.items = items;
    this.source = source;
  }

  /** Where the items come from. */
  interface Source {

    /** Runs what tells the subscriber something, on another thread. */
    void execute(Runnable delivery);

    /** More items may come: those that came are taken. */
    void grant();

    /** Reads what the stream ends with. */
    StreamEnd end(Slice response);

    /** Nobody wants more items. */
    void abandon();

    /** The subscriber threw, which it must not. */
    void subscriberFailed(Throwable broken);
  }

  /** Tells the subscriber that it may ask. Returns whether it still wants the items. */
  boolean begin() {
    Flow.Subscriber<? super T> told = signals.subscriber();
    if (told != null) {
      told.onSubscribe(this);
    }
    deliverIf(signals.begin());
    return !isOver();
  }

  /** Whether the subscriber wants no more, or has been told the end. */
  boolean isOver() {
    return signals.isOver();
  }

  /** Whether the subscriber has ever asked for items, beyond a look at the first. */
  boolean isRead() {
    return read;
  }

  @Override
  public void peek() {
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
   * Items are here. To be called by one thread at a time.
   *
   * @return false if they are more than may wait here
   */
  boolean add(ItemsMessage message) {
    boolean full = signals.isFull();
    if (!full) {
      deliverIf(signals.add(message));
    }
    return !full;
  }

  /** The last message is here, which is told after all items. */
  void end(Slice last) {
    deliverIf(signals.end(last));
  }

  /** The stream fails, before what has not been told yet. The first reason counts. */
  void fail(Throwable reason) {
    deliverIf(signals.fail(reason));
  }

  private void deliverIf(boolean starts) {
    if (starts) {
      source.execute(this::deliver);
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
      end(source.end(end.response()), told);
    } else {
      read(step, told);
    }
  }

  private void end(StreamEnd end, Flow.Subscriber<? super T> told) {
    Throwable reason = items.failure(end);
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
    } catch (RpcException broken) {
      fail(broken); // before the call is given up, which would be another reason
      source.abandon();
      return;
    }
    tell(item, told);
  }

  private void tell(T item, Flow.Subscriber<? super T> told) {
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
