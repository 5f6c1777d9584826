package io.callbox.transport.redisson;

import io.callbox.transport.Delivery;
import java.util.List;

/**
 * How many messages one pop takes at most: by how large they were lately, and by how many requests
 * there were in them. Told of one pop at a time; asked by any thread.
 */
final class PopSize {

  /**
   * How many bytes one pop should bring at most: a sixteenth of what this JVM may use, as it is not
   * all that comes of them.
   */
  private static final long MOST_BYTES = Math.min(Runtime.getRuntime().maxMemory() / 16, 32 << 20);

  /**
   * How many messages one pop takes at most. They come as one answer, and how large they are is
   * known only then: so it is few enough for the largest that nodes send unless told otherwise.
   * Where there were larger ones, it is fewer.
   */
  private static final int MOST = (int) Math.max(1, MOST_BYTES >> 20);

  /** Of a message, in bytes; those of long ago count less. */
  private volatile int largest = 1;

  /** How many there were in a message lately. */
  private volatile int requestsPerMessage = 1;

  /** At least one, for so many requests and bytes at most. */
  int messages(int requests, long bytes) {
    long fitting = Math.max(1, Math.min(bytes, MOST_BYTES) / largest);
    int elements = Math.max(1, Math.min(requests / requestsPerMessage, MOST));
    return (int) Math.min(elements, fitting);
  }

  /** These were popped: so large they may be. */
  void saw(List<Delivery> popped) {
    int most = Math.max(1, largest - largest / 8);
    for (Delivery each : popped) {
      most = Math.max(most, each.message().length);
    }
    largest = most;
  }

  /** Counts the requests in messages, and remembers how many there are in each. */
  int requests(List<Delivery> taken) {
    int requests = TakeScript.requests(taken);
    if (!taken.isEmpty()) {
      int each = (requests + taken.size() - 1) / taken.size();
      requestsPerMessage = Math.max(each, requestsPerMessage / 2);
    }
    return requests;
  }
}
