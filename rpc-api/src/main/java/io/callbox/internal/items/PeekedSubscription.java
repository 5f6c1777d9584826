package io.callbox.internal.items;

import java.util.concurrent.Flow;

/**
 * A subscription whose subscriber waits for the first item before its caller reads: a blocking stub
 * waits for the first item, and then returns a stream, which the caller may never read.
 */
public interface PeekedSubscription extends Flow.Subscription {

  /** Asks for the first item, as {@code request(1)} does, but without beginning to read. */
  void peek();

  /** Asks any subscription for its first item. */
  static void peek(Flow.Subscription subscription) {
    if (subscription instanceof PeekedSubscription peeked) {
      peeked.peek();
    } else {
      subscription.request(1);
    }
  }
}
