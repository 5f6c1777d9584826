package io.callbox.internal.wire;

/**
 * What makes a request a durable call.
 *
 * @param keepMillis how long its record is kept once it has ended, in milliseconds
 * @param notBefore when it may run at the earliest, in milliseconds of the epoch by Redis's clock;
 *     0 for at once
 * @param timeoutMillis how long one run may take, in milliseconds; 0 for as long as its method says
 * @param replayed whether it was a dead letter, and is to run though its call has failed
 */
public record Durability(long keepMillis, long notBefore, long timeoutMillis, boolean replayed) {

  /** A call that is submitted, and no dead letter that is put back. */
  public Durability(long keepMillis, long notBefore, long timeoutMillis) {
    this(keepMillis, notBefore, timeoutMillis, false);
  }

  /** The longest time that a record is kept, or a run may take, whatever a request says. */
  public static final long LONGEST_MILLIS = 366L * 24 * 60 * 60 * 1_000;
}
