package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * The messages that wait in a queue.
 *
 * @param length the number of messages that wait
 * @param oldest the beginning of the message that is taken next, at most 4 KiB; null if none waits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Backlog(int length, byte @Nullable [] oldest) {

  /** The longest beginning of a message that a backlog shows, in bytes. */
  public static final int BEGINNING = 4_096;
}
