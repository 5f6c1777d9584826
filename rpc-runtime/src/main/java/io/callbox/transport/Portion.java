package io.callbox.transport;

/**
 * The limits of one step in which a broker moves or returns messages. A step stops after this
 * number of messages, or with the message that exceeds this number of bytes. An answer must fit
 * into the memory of the program that asks, and all other programs wait while the broker works on
 * it.
 */
public final class Portion {

  /** The maximum number of messages. */
  public static final int MESSAGES = 1_000;

  /** The number of bytes after which no further message follows. */
  public static final int BYTES = 4 << 20;

  private Portion() {}
}
