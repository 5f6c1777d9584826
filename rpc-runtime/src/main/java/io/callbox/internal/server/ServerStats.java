package io.callbox.internal.server;

import java.util.concurrent.atomic.LongAdder;

/** Counts events that belong to no method. Safe for use by many threads. */
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

  /** Returns how many requests did not run because their deadline had passed before their turn. */
  long expiredRequests() {
    return expired.sum();
  }

  /** Returns how many messages were not requests. */
  long unreadableMessages() {
    return unreadable.sum();
  }

  /** Returns how many requests named an unknown method. */
  long unknownMethods() {
    return unknownMethods.sum();
  }
}
