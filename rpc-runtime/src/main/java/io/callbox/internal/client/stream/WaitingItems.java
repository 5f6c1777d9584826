package io.callbox.internal.client.stream;

import io.callbox.internal.wire.ItemsMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Undecoded messages of a stream that its subscriber has not requested. Guarded by its owner. */
final class WaitingItems {

  /**
   * The maximum number of waiting bytes, whatever a server sends: one message more than may be
   * under way.
   */
  private static final long MOST_BYTES = 64L << 20;

  private static final int MOST_MESSAGES = 2 * StreamCall.WINDOW;

  private final Queue<ItemsMessage> messages = new ArrayDeque<>();
  private long bytes;

  /** Returns whether there is no room for another message. */
  boolean isFull() {
    return bytes > MOST_BYTES || messages.size() > MOST_MESSAGES;
  }

  /** Adds a message; ignores a sign of life after other messages, which are signs of life too. */
  void add(ItemsMessage message) {
    if (!message.isEmpty() || messages.isEmpty()) {
      messages.add(message);
      bytes += message.items().length();
    }
  }

  /** Removes the oldest message; null if there is none. */
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
