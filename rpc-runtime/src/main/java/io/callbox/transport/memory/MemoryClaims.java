package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The claims on requests that must not run again. Guarded by the lock of the lists. */
final class MemoryClaims {

  private final BrokerClock clock;
  private final Map<QueueName, Claim> claims = new HashMap<>();

  private record Claim(String claimant, long end) {}

  MemoryClaims(BrokerClock clock) {
    this.clock = clock;
  }

  /** Claims a request for a while. Returns false if another claimant has it. */
  boolean claim(QueueName request, String claimant, Duration window) {
    claims.values().removeIf(claim -> claim.end <= clock.millis());
    Claim claim = new Claim(claimant, clock.millis() + window.toMillis());
    Claim first = claims.putIfAbsent(request, claim);
    return first == null || first.claimant.equals(claimant);
  }

  void forget(QueueName request) {
    claims.remove(request);
  }
}
