package io.callbox.rpc.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers which signatures have been used. Must be safe for use by many threads. */
@FunctionalInterface
public interface UsedNonces {

  /**
   * Notes that a nonce is used.
   *
   * @param keep how long to remember it
   * @return whether it had not been used before; of many who ask at once, one is told so
   */
  boolean firstUse(String nonce, Duration keep);

  /**
   * Remembers in this process. Enough for calls to one node; where several nodes provide a service,
   * they must share what they remember, or each of them accepts the same request once.
   */
  static UsedNonces inMemory() {
    Map<String, Long> forgetAt = new ConcurrentHashMap<>();
    AtomicLong nextSweep = new AtomicLong(System.nanoTime());
    return (nonce, keep) -> {
      long now = System.nanoTime();
      long sweep = nextSweep.get();
      if (now - sweep >= 0 && nextSweep.compareAndSet(sweep, now + keep.toNanos() / 2)) {
        forgetAt.values().removeIf(end -> now - end >= 0);
      }
      return forgetAt.putIfAbsent(nonce, now + keep.toNanos()) == null;
    };
  }
}
