package io.callbox.transport.memory;

import io.callbox.transport.BrokerClock;
import io.callbox.transport.QueueName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often each request has gone back from a dead worker. Forgets a request an hour after
 * the last time. Guarded by the lock of the lists.
 */
final class MemoryAttempts {

  private static final long REMEMBERED_MILLIS = Duration.ofHours(1).toMillis();

  private final BrokerClock clock;

  /** The request that went back last is the last one here. */
  private final Map<Request, Attempts> attempts = new LinkedHashMap<>();

  private record Request(QueueName queue, ByteBuffer message) {}

  private record Attempts(int times, long endMillis) {}

  MemoryAttempts(BrokerClock clock) {
    this.clock = clock;
  }

  /** Returns how often a request has gone back. */
  int of(QueueName queue, byte[] request) {
    forgetOld();
    Attempts known = attempts.get(key(queue, request));
    return known == null ? 0 : known.times;
  }

  /** Notes that a request has gone back this number of times more. */
  void add(QueueName queue, byte[] request, int times) {
    int before = forget(queue, request);
    attempts.put(
        key(queue, request), new Attempts(before + times, clock.millis() + REMEMBERED_MILLIS));
  }

  /** Notes that a request is in another queue, with other bytes, from now on. */
  void moved(QueueName queue, byte[] request, QueueName other, byte[] moved) {
    int times = forget(queue, request);
    if (times > 0) {
      add(other, moved, times);
    }
  }

  /** Forgets a request. Returns how often it had gone back. */
  int forget(QueueName queue, byte[] request) {
    @Nullable Attempts known = attempts.remove(key(queue, request));
    return known == null ? 0 : known.times;
  }

  private static Request key(QueueName queue, byte[] request) {
    return new Request(queue, ByteBuffer.wrap(request));
  }

  private void forgetOld() {
    long now = clock.millis();
    Iterator<Attempts> oldestFirst = attempts.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().endMillis < now) {
      oldestFirst.remove();
    }
  }
}
