package io.callbox.internal.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who gives the items of one stream. It hears one thing at a time, as it may expect: guard against
 * race of those who have something to tell it. Safe for use by many threads, which must not hold
 * the monitor of the stream.
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
   * A producer that has not been heard of.
   *
   * @param wanted for how many more items it is to be asked, which counts as asked for; asked under
   *     this object's monitor
   * @param broken hears what it throws when it is told something
   */
  Producer(LongSupplier wanted, Consumer<Throwable> broken) {
    this.wanted = wanted;
    this.broken = broken;
  }

  /** It may be told things. The first subscription counts, a second is cancelled. */
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

  /** Lets go of it, now or as soon as it has been heard of. */
  void cancel() {
    synchronized (this) {
      cancelled = true;
    }
    ask();
  }

  /** Asks it for what there is room for. */
  void ask() {
    synchronized (this) {
      if (telling || subscription == null) {
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
