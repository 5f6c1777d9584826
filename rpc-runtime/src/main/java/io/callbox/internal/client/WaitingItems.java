package io.callbox.internal.client;

import io.callbox.internal.wire.ItemsMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a stream that its subscriber has not asked for, as they came. Guarded by its owner.
 */
final class WaitingItems {

  /**
   * More bytes do not wait here, whatever a server sends: a message more than may be on its way.
   */
  private static final long MOST_BYTES = 64L << 20;

  private static final int MOST_MESSAGES = 2 * StreamCall.WINDOW;

  private final Queue<ItemsMessage> messages = new ArrayDeque<>();
  private long bytes;

  /** Whether there is no room for another. */
  boolean isFull() {
    return bytes > MOST_BYTES || messages.size() > MOST_MESSAGES;
  }

  /** Adds a message; not a sign of life behind others, which are one too. */
  void add(ItemsMessage message) {
    if (!message.isEmpty() || messages.isEmpty()) {
      messages.add(message);
      bytes += message.items().length();
    }
  }

  /** Takes the oldest; null if there is none. */
  @Nullable ItemsMessage poll() {
    ItemsMessage message = messages.poll();
    bytes -= message == null ? 0 : message.items().length();
    return message;
  }

  void clear() {
    messages.clear();
    bytes = 0;
  }
}
