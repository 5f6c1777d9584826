package io.callbox.internal.server.stats;

import java.util.concurrent.atomic.LongAdder;

/** Counts events that belong to no method. Safe for use by many threads. */
public final class ServerStats {

  private final LongAdder unreadable = new LongAdder();
  private final LongAdder unknownMethods = new LongAdder();
  private final LongAdder expired = new LongAdder();

  public void unreadable() {
    unreadable.increment();
  }

  public void unknownMethod() {
    unknownMethods.increment();
  }

  public void expired() {
    expired.increment();
  }

  /** Returns how many requests did not run because their deadline had passed before their turn. */
  public long expiredRequests() {
    return expired.sum();
  }

  /** Returns how many messages were not requests. */
  public long unreadableMessages() {
    return unreadable.sum();
  }

  /** Returns how many requests named an unknown method. */
  public long unknownMethods() {
    return unknownMethods.sum();
  }
}
