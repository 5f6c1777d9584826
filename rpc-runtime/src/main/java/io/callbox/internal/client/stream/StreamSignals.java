package io.callbox.internal.client.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.Slice;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The pending signals for a subscriber of a stream. One thread at a time delivers them; a change
 * starts a delivery if there is none.
 *
 * <p>Safe for use by many threads. Guard against race between threads that send, request, end and
 * deliver: each step runs under the monitor.
 */
final class StreamSignals<T> {

  @GuardedBy("this")
  private final WaitingItems waiting = new WaitingItems();

  @GuardedBy("this")
  private Flow.@Nullable Subscriber<? super T> subscriber;

  @GuardedBy("this")
  private long demand;

  @GuardedBy("this")
  private boolean begun;

  @GuardedBy("this")
  private boolean delivering;

  @GuardedBy("this")
  private boolean over;

  @GuardedBy("this")
  private @Nullable Slice response;

  @GuardedBy("this")
  private @Nullable Throwable failure;

  StreamSignals(Flow.Subscriber<? super T> subscriber) {
    this.subscriber = subscriber;
  }

  /** The next step. Only the thread that receives it runs it. */
  sealed interface Step {

    /** Delivers the failure of the stream. */
    record Fail(Throwable reason) implements Step {}

    /** Delivers the end of the stream. */
    record End(Slice response) implements Step {}

    /** Opens the next message. */
    record Open(ItemsMessage message) implements Step {}

    /** Delivers the next item of the open message. */
    record Item() implements Step {}
  }

  /** Returns the subscriber; null after the last signal. */
  synchronized Flow.@Nullable Subscriber<? super T> subscriber() {
    return subscriber;
  }

  /** Returns whether the subscriber wants no more items, or has received the end. */
  synchronized boolean isOver() {
    return over;
  }

  /** Allows deliveries. Returns whether the caller must start one. */
  synchronized boolean begin() {
    begun = true;
    return starts();
  }

  /** Adds requested items. Returns whether the caller must start a delivery. */
  synchronized boolean demand(long more) {
    demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
    return starts();
  }

  /** Returns whether no more messages may wait here. */
  synchronized boolean isFull() {
    return waiting.isFull();
  }

  /** Adds a message. Returns whether the caller must start a delivery. */
  synchronized boolean add(ItemsMessage message) {
    if (!over) {
      waiting.add(message);
    }
    return starts();
  }

  /**
   * Adds the end, which is delivered after all items. Returns whether the caller must start a
   * delivery.
   */
  synchronized boolean end(Slice last) {
    response = last;
    return starts();
  }

  /**
   * Adds a failure, which is delivered at once. The first reason counts. Returns whether the caller
   * must start a delivery.
   */
  synchronized boolean fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
    return starts();
  }

  @GuardedBy("this")
  private boolean starts() {
    boolean starts = begun && !delivering;
    delivering |= starts;
    return starts;
  }

  /** Ends all deliveries. Returns false if they had ended before. */
  synchronized boolean cancel() {
    boolean first = !over;
    letGo();
    return first;
  }

  @GuardedBy("this")
  private void letGo() {
    over = true;
    waiting.clear();
    if (!delivering) {
      subscriber = null;
    }
  }

  /**
   * Returns the next step of a delivery; null ends the delivery, because there are no signals or no
   * requests.
   *
   * @param isOpen whether the open message has more items
   */
  synchronized @Nullable Step next(boolean isOpen) {
    Step step = over ? null : signal(isOpen);
    if (step == null) {
      delivering = false;
      subscriber = over ? null : subscriber;
    }
    return step;
  }

  @GuardedBy("this")
  private @Nullable Step signal(boolean isOpen) {
    if (failure != null) {
      letGo();
      return new Step.Fail(failure);
    } else if (isOpen) {
      return isAsked() ? new Step.Item() : null;
    }
    ItemsMessage message = waiting.poll();
    if (message != null) {
      return new Step.Open(message);
    } else if (response != null) {
      letGo();
      return new Step.End(response);
    }
    return null;
  }

  /** Returns whether an item is requested, and takes this request. */
  @GuardedBy("this")
  private boolean isAsked() {
    boolean asked = demand > 0;
    if (asked && demand < Long.MAX_VALUE) {
      demand--;
    }
    return asked;
  }
}
