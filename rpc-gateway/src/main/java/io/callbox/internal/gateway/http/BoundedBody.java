package io.callbox.internal.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * The body of a request, as it arrives, up to a bound. Whoever receives it adds to it, one thread
 * at a time.
 */
final class BoundedBody {

  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /**
   * The whole body; fails if it is too long, or does not arrive. Code that gives it up completes
   * it.
   */
  final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  BoundedBody(int most) {
    this.most = most;
  }

  /** Returns whether nothing more is to be read. */
  boolean isDone() {
    return whole.isDone();
  }

  /** Adds what has arrived; with too much, the body fails. */
  void add(ByteBuffer arrived) {
    int count = arrived.remaining();
    if (count > most - read.size()) {
      fail(new BodyTooLongException(most));
      return;
    }
    byte[] bytes = new byte[count];
    arrived.get(bytes);
    read.writeBytes(bytes);
  }

  /** All has arrived. */
  void end() {
    whole.complete(read.toByteArray());
  }

  /** No more will arrive. */
  void fail(Throwable failure) {
    whole.completeExceptionally(failure);
  }
}
