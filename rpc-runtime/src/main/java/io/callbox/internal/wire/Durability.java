package io.callbox.internal.wire;

/**
 * What makes a request a durable call.
 *
 * @param keepMillis how long its record is kept once it has ended, in milliseconds
 * @param notBefore when it may run at the earliest, in milliseconds of the epoch by Redis's clock;
 *     0 for at once; {@link #REPLAYED}
 * @param timeoutMillis how long one run may take, in milliseconds; 0 for as long as its method says
 */
public record Durability(long keepMillis, long notBefore, long timeoutMillis) {

  /** The longest time that a record is kept, or a run may take, whatever a request says. */
  public static final long LONGEST_MILLIS = 366L * 24 * 60 * 60 * 1_000;

  /** It was a dead letter, and is to run at once though its call has failed. */
  public static final long REPLAYED = -1;

  /** When it may run at the earliest; 0 for at once. */
  public long due() {
    return Math.max(0, notBefore);
  }

  /** Whether it was a dead letter. */
  public boolean replayed() {
    return notBefore == REPLAYED;
  }
}
