package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import java.util.List;

/**
 * Decides how many messages one pop takes at most, by the size of recent messages and by the number
 * of requests in them. One thread at a time reports a pop; any thread may ask.
 */
final class PopSize {

  /**
   * How many bytes one pop should bring at most: a sixteenth of the memory that this JVM may use,
   * because objects are made from the bytes.
   */
  private static final long MOST_BYTES = Math.min(Runtime.getRuntime().maxMemory() / 16, 32 << 20);

  /**
   * How many messages one pop takes at most. They come as one answer, and their size is known only
   * then. So the number allows for the largest messages that nodes send by default. After larger
   * messages, the number is smaller.
   */
  private static final int MOST = (int) Math.max(1, MOST_BYTES >> 20);

  /** The size of the largest recent message, in bytes; older messages count less. */
  private volatile int largest = 1;

  /** The number of requests in a recent message. */
  private volatile int requestsPerMessage = 1;

  /** Returns the number of messages for at most this many requests and bytes; at least one. */
  int messages(int requests, long bytes) {
    long fitting = Math.max(1, Math.min(bytes, MOST_BYTES) / largest);
    int elements = Math.max(1, Math.min(requests / requestsPerMessage, MOST));
    return (int) Math.min(elements, fitting);
  }

  /** Notes the size of popped messages. */
  void saw(List<Delivery> popped) {
    int most = Math.max(1, largest - largest / 8);
    for (Delivery each : popped) {
      most = Math.max(most, each.message().length);
    }
    largest = most;
  }

  /** Counts the requests in messages, and remembers the number in each. */
  int requests(List<Delivery> taken) {
    int requests = Delivery.requestsIn(taken);
    if (!taken.isEmpty()) {
      int each = (requests + taken.size() - 1) / taken.size();
      requestsPerMessage = Math.max(each, requestsPerMessage / 2);
    }
    return requests;
  }
}
