package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * What waits in a queue.
 *
 * @param length how many messages wait
 * @param oldest the beginning of the one that is taken next, 4 KiB at most; null if none waits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Backlog(int length, byte @Nullable [] oldest) {

  /** The longest beginning of a message that a backlog shows, in bytes. */
  public static final int BEGINNING = 4_096;
}
