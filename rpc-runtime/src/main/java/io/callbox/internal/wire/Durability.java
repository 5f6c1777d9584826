package io.callbox.internal.wire;

import java.time.Instant;

/**
 * What makes a request a durable call.
 *
 * @param keepMillis how long its record is kept once it has ended, in milliseconds
 * @param notBefore when it may run at the earliest, in milliseconds of the epoch by Redis's clock;
 *     0 for at once
 * @param timeoutMillis how long one run may take, in milliseconds; 0 for as long as its method says
 */
public record Durability(long keepMillis, long notBefore, long timeoutMillis) {

  /** The longest time that a record is kept, or a run may take, whatever a request says. */
  public static final long LONGEST_MILLIS = 366L * 24 * 60 * 60 * 1_000;

  /** The latest time that a request may name. */
  public static final Instant LATEST = Instant.ofEpochMilli(RequestReader.LATEST_MILLIS);

  /** The method that a request names, without its service, as a record has it. */
  public static String methodOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
