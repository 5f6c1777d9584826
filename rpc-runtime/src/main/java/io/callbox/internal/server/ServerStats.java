package io.callbox.internal.server;

import java.util.concurrent.atomic.LongAdder;

/** Counts what cannot be counted by method. Safe for use by many threads. */
final class ServerStats {

  private final LongAdder unreadable = new LongAdder();
  private final LongAdder unknownMethods = new LongAdder();
  private final LongAdder expired = new LongAdder();

  void unreadable() {
    unreadable.increment();
  }

  void unknownMethod() {
    unknownMethods.increment();
  }

  void expired() {
    expired.increment();
  }

  /** How many requests had their turn when their time was over. */
  long expiredRequests() {
    return expired.sum();
  }

  /** How many messages were no requests. */
  long unreadableMessages() {
    return unreadable.sum();
  }

  /** How many requests named a method that is not here. */
  long unknownMethods() {
    return unknownMethods.sum();
  }
}
