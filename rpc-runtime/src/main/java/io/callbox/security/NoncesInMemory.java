package io.callbox.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers the signatures that were used since it was created, in this process. Safe for use by
 * many threads.
 */
final class NoncesInMemory implements UsedNonces {

  private final long startNanos = System.nanoTime();
  private final Map<String, Long> forgetAt = new ConcurrentHashMap<>();
  private final AtomicLong nextSweep = new AtomicLong(startNanos);

  @Override
  public boolean firstUse(String nonce, Duration keep) {
    long now = System.nanoTime();
    long sweep = nextSweep.get();
    if (now - sweep >= 0 && nextSweep.compareAndSet(sweep, now + keep.toNanos() / 2)) {
      forgetAt.values().removeIf(end -> now - end >= 0);
    }
    return forgetAt.putIfAbsent(nonce, now + keep.toNanos()) == null;
  }

  @Override
  public Duration memory() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
