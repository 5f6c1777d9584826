package io.callbox.internal.client;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.Slice;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber of a stream is still to be told, and whether anybody is telling it: one thread
 * at a time does, whom a change starts if there is none.
 *
 * <p>Safe for use by many threads. Guard against race of those who send, ask, end and deliver: each
 * step is one under the monitor.
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

  /** What is to be done next. Whoever gets it alone does it. */
  sealed interface Step {

    /** The subscriber is told that the stream has failed. */
    record Fail(Throwable reason) implements Step {}

    /** The subscriber is told how the stream has ended. */
    record End(Slice response) implements Step {}

    /** The next message is opened. */
    record Open(ItemsMessage message) implements Step {}

    /** The subscriber is told the next item of the message that is open. */
    record Item() implements Step {}
  }

  /** Who is told; null once nobody is. */
  synchronized Flow.@Nullable Subscriber<? super T> subscriber() {
    return subscriber;
  }

  /** Whether the subscriber wants no more, or has been told the end. */
  synchronized boolean isOver() {
    return over;
  }

  /** The subscriber may be told things. Returns whether the caller starts a delivery. */
  synchronized boolean begin() {
    begun = true;
    return starts();
  }

  /** So many more are asked for. Returns whether the caller starts a delivery. */
  synchronized boolean demand(long more) {
    demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
    return starts();
  }

  /** Whether no more messages may wait here. */
  synchronized boolean isFull() {
    return waiting.isFull();
  }

  /** A message has come. Returns whether the caller starts a delivery. */
  synchronized boolean add(ItemsMessage message) {
    if (!over) {
      waiting.add(message);
    }
    return starts();
  }

  /** The end has come, which is told after all items. Returns as the others do. */
  synchronized boolean end(Slice last) {
    response = last;
    return starts();
  }

  /**
   * The stream has failed, which is told at once. The first reason counts. Returns as the others.
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

  /** Nobody is told anything from now on. Returns false if that was so before. */
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
   * The next step of a delivery; null ends it, as there is nothing to tell or nobody asks.
   *
   * @param isOpen whether the message that was opened last has more items
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

  /** Whether an item is asked for, which is then no longer asked for. */
  @GuardedBy("this")
  private boolean isAsked() {
    boolean asked = demand > 0;
    if (asked && demand < Long.MAX_VALUE) {
      demand--;
    }
    return asked;
  }
}
