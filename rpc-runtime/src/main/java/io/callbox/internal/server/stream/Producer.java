package io.callbox.internal.server.stream;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The producer of one stream's items. It receives one signal at a time, as reactive streams
 * require. Guard against race between threads with signals for it. Safe for use by many threads,
 * which must not hold the monitor of the stream.
 */
final class Producer {

  private final LongSupplier wanted;
  private final Consumer<Throwable> broken;

  @GuardedBy("this")
  private Flow.@Nullable Subscription subscription;

  @GuardedBy("this")
  private boolean telling;

  @GuardedBy("this")
  private boolean cancelled;

  /**
   * Creates a producer without a subscription.
   *
   * @param wanted returns how many more items to request, and counts them as requested; called
   *     under this object's monitor
   * @param broken receives an exception of the producer
   */
  Producer(LongSupplier wanted, Consumer<Throwable> broken) {
    this.wanted = wanted;
    this.broken = broken;
  }

  /** Sets the subscription. The first one counts, a second one is cancelled. */
  void began(Flow.Subscription newSubscription) {
    boolean second;
    synchronized (this) {
      second = subscription != null;
      subscription = second ? subscription : newSubscription;
    }
    if (second) {
      newSubscription.cancel();
    } else {
      ask();
    }
  }

  /** Cancels the subscription, now or as soon as there is one. */
  void cancel() {
    synchronized (this) {
      cancelled = true;
    }
    ask();
  }

  /** Requests items for which there is room. */
  void ask() {
    synchronized (this) {
      if (telling || subscription == null) {
        return;
      }
      telling = true;
    }
    while (tellOnce()) {
      // repeats until there are no more signals
    }
  }

  private boolean tellOnce() {
    Flow.Subscription told;
    boolean cancel;
    long more;
    synchronized (this) {
      told = subscription;
      cancel = cancelled;
      more = cancel ? 0 : wanted.getAsLong();
      if (told == null || (!cancel && more == 0)) {
        telling = false;
        return false;
      }
      cancelled = false;
    }
    try {
      if (cancel) {
        told.cancel();
      } else {
        told.request(more);
      }
    } catch (RuntimeException | Error failure) {
      broken.accept(failure);
    }
    return true;
  }
}
