package io.callbox.internal.redisson.script;

import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers of steps that Redis does once each, even if it is asked again: a script is sent again
 * if its answer is late or lost. Redis notes the numbers in a key. Each key has its own numbers, so
 * that Redis can forget old ones. Safe for use by many threads.
 */
public final class StepNumbers {

  /** The maximum number of steps that Redis remembers in a key: more than are under way. */
  private static final int REMEMBERED = 1_000;

  /** The time for which Redis remembers them after the last: longer than a step is sent again. */
  private static final byte[] REMEMBERED_MILLIS = Scripts.text(Duration.ofMinutes(10).toMillis());

  private final Map<QueueName, AtomicLong> last = new ConcurrentHashMap<>();

  /** Returns a new number of a key. */
  public long next(QueueName key) {
    return last.computeIfAbsent(key, none -> new AtomicLong()).incrementAndGet();
  }

  /**
   * Returns what a script is told: the number of a step, a number that need not be remembered any
   * more, and how long numbers are remembered, in milliseconds.
   */
  public static byte[][] values(long number) {
    return new byte[][] {
      Scripts.text(number), Scripts.text(number - REMEMBERED), REMEMBERED_MILLIS
    };
  }
}
