package io.callbox.transport;

/**
 * How much a broker moves or tells in one step, where there may be more: so many messages, and so
 * many bytes and one message more, as the last need not fit. What a broker is asked for at once has
 * to fit into the memory of whoever asks, and holds up all others for as long as it takes.
 */
public final class Portion {

  /** At most so many messages. */
  public static final int MESSAGES = 1_000;

  /** No further message after so many bytes. */
  public static final int BYTES = 4 << 20;

  private Portion() {}
}
