package io.callbox.internal.items;

import java.util.concurrent.Flow;

/**
 * A subscription whose subscriber looks whether there is an item before anybody reads: a blocking
 * stub waits for the first, and then gives its caller a stream, which may never be read.
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
