package io.callbox.transport;

/**
 * The one clock of all who share a broker. What two machines compare is always in this time; what a
 * machine only waits for itself is in its own ticks, which never jump.
 *
 * <p>Safe for use by many threads.
 */
public interface BrokerClock {

  /** The broker's time, in milliseconds of the epoch. May be off by half a round trip. */
  long millis();

  /** This machine's ticks, in nanoseconds from an arbitrary start. */
  long nanoTime();
}
